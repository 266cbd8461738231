import { readFileSync } from 'node:fs';
import type { ListEntry } from '../../../domain/lists/list-entry.ts';
import { createScreener } from '../../../domain/screening/create-screener.ts';
import { compileIndex } from '../../../domain/screening/index/compile-index.ts';
import { openIndex } from '../../../domain/screening/index/open-index.ts';
import type { Screener } from '../../../domain/screening/screening.ts';
import type { WordCounts } from '../../../domain/screening/words/word-weights.ts';

const wordCounts = new URL('../../../data/screening/word-counts.json', import.meta.url);

export function compile(entries: readonly ListEntry[]): Uint8Array {
  return compileIndex(entries, {
    listDigest: 'bench',
    lists: [],
    wordCounts: JSON.parse(readFileSync(wordCounts, 'utf8')) as WordCounts,
  });
}

/** The one place of the bench that knows how a screener is made. */
export function screenerOver(entries: readonly ListEntry[], threshold: number): Screener {
  return createScreener(openIndex(compile(entries)), { threshold });
}
