import type { ListEntry } from '../../domain/lists/list-entry.ts';
import { createScreener, type ScreenerOptions } from '../../domain/screening/create-screener.ts';
import { compileIndex } from '../../domain/screening/index/compile-index.ts';
import { openIndex, type ScreeningIndex } from '../../domain/screening/index/open-index.ts';
import type { Screener } from '../../domain/screening/screening.ts';
import { shippedWordCounts } from '../../adapters/screening/shipped-word-counts.ts';

export function compiledIndex(entries: readonly ListEntry[], listDigest: string): ScreeningIndex {
  return openIndex(compileIndex(entries, { listDigest, lists: [], wordCounts: shippedWordCounts }));
}

/** Compiles and opens an index of these entries, and screens with it. */
export function compiledScreener(
  entries: readonly ListEntry[],
  listDigest: string,
  options: ScreenerOptions,
): Screener {
  return createScreener(compiledIndex(entries, listDigest), options);
}
