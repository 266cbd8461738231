import { foldWord } from '../names/fold-word.ts';

/** How often words stand in names, counted once over a list of a known date. Part of the matcher, not of the list. */
export interface WordCounts {
  /** How many names were counted. */
  readonly names: number;
  /** Word, as `normaliseName` spells it, to the number of names that hold it. */
  readonly counts: Readonly<Record<string, number>>;
}

/** By fold: what a word tells about who is meant, 0 to 1. */
export type WeightOf = (fold: string) => number;

/**
 * A word that was never counted weighs 1; one in every name would weigh almost nothing. The table stays the same when
 * a list changes, so that a new entry changes no score but its own.
 */
export function foldWeights({ names, counts }: WordCounts): Map<string, number> {
  const byFold = new Map<string, number>();
  for (const [word, count] of Object.entries(counts)) {
    const fold = foldWord(word);
    byFold.set(fold, (byFold.get(fold) ?? 0) + count);
  }
  const everyName = Math.log(2 + names);
  return new Map(Array.from(byFold, ([fold, count]) => [fold, weightAt(count, everyName)]));
}

/** Of a word that the table does not have. */
export const unknownWeight = 1;

/** By weights of known folds; see `foldWeights`. */
export function weightIn(weights: ReadonlyMap<string, number>): WeightOf {
  return (fold) => weights.get(fold) ?? unknownWeight;
}

/** What each word weighs by these counts. */
export function wordWeightsBy(counts: WordCounts): WeightOf {
  return weightIn(foldWeights(counts));
}

function weightAt(count: number, everyName: number): number {
  return Math.max(0.05, 1 - Math.log(1 + count) / everyName);
}
