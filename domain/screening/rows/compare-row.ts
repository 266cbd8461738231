import { PairComparer } from '../compare-pair.ts';
import { QueryReader } from '../query-words.ts';
import type { NotScreenedReason, ScreeningQuery } from '../screening.ts';
import type { WeightOf } from '../words/word-weights.ts';
import type { PairRow } from './query-row.ts';
import type { ComparisonRow } from './result-row.ts';
import { bestOfacScore } from './screen-row.ts';
import { queryFrom } from './screened-party.ts';

export type CompareRow = (row: PairRow, notCompared: (pointer: string) => void) => ComparisonRow;

/** Compares the two parties of a row. A score of 0 that means "could not be compared" says so. */
export function rowComparer(weightOf: WeightOf): CompareRow {
  const comparer = new PairComparer(weightOf);
  const reader = new QueryReader(weightOf);
  return ({ id, left, right }, notCompared) => {
    const [one, other] = [queryFrom(left, notCompared), queryFrom(right, notCompared)];
    const { score, reasons } = comparer.compare(one, other);
    const because = score > 0 ? null : (unseenBecause(reader, one) ?? unseenBecause(reader, other));
    const shown = { id, score, reasons, ofacScore: bestPair(one, other) };
    return because === null ? shown : { ...shown, because };
  };
}

function bestPair(one: ScreeningQuery, other: ScreeningQuery): number | null {
  const names = [other.name ?? '', ...(other.otherNames ?? [])].filter((name) => name.trim() !== '');
  const scores = names.flatMap((name) => bestOfacScore(one, name) ?? []);
  return scores.length === 0 ? null : Math.max(...scores);
}

function unseenBecause(
  reader: QueryReader,
  { name = '', otherNames = [] }: ScreeningQuery,
): NotScreenedReason | null {
  const names = otherNames.length > 0 && name === '' ? otherNames : [name, ...otherNames];
  return names.map((each) => reader.read(each).unseen).find((because) => because !== null) ?? null;
}
