import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { ScreeningQuery } from '../../../domain/screening/screening.ts';

/** A name that means a listed party, which must be among the matches. */
export interface ListedSample {
  readonly query: ScreeningQuery;
  readonly entryId: string;
  /** The listed name it was made from. */
  readonly trueName: string;
  /** What was done to the name. */
  readonly group: string;
}

/** A name that means nobody listed: any match is a false alert. */
export interface CleanSample {
  readonly query: ScreeningQuery;
  /** The script of most of its letters. */
  readonly group: string;
}

const sets = new URL('sets/', import.meta.url);

export function readSet(file: string): Record<string, string>[] {
  const bytes = readFileSync(new URL(file, sets));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return parse<Record<string, string>>(text, { columns: true, bom: true });
}

/** By name alone, as the published samples are meant: a few companies are filed under persons there. */
export function perturbedSamples(): ListedSample[] {
  return readSet('perturbed_dev.csv').map((row) => ({
    query: { name: row.query },
    entryId: row.entity_id ?? '',
    trueName: row.true_name ?? '',
    group: row.cls ?? '',
  }));
}

export function cleanSamples(): CleanSample[] {
  return readSet('clean_names_dev.csv.gz').map((row) => ({
    query: { name: row.full_name },
    group: scriptOf(row.full_name ?? ''),
  }));
}

const scripts = {
  Latin: /\p{Script=Latin}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Hangul: /\p{Script=Hangul}/gu,
  Chinese: /\p{Script=Han}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Thai: /\p{Script=Thai}/gu,
  Greek: /\p{Script=Greek}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
};

export function scriptOf(name: string): string {
  const counted = Object.entries(scripts).map(([script, letter]) => ({
    script,
    letters: name.match(letter)?.length ?? 0,
  }));
  const [most] = counted.sort((one, other) => other.letters - one.letters);
  return most !== undefined && most.letters > 0 ? most.script : 'other';
}
