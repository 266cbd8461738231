import { foldWeights, unknownWeight, type WeightOf, type WordCounts } from './words/word-weights.ts';

/** What each word weighs by these counts, by its fold; see `foldWeights`. */
export function wordWeightsBy(counts: WordCounts): WeightOf {
  const weights = foldWeights(counts);
  return (fold) => weights.get(fold) ?? unknownWeight;
}
