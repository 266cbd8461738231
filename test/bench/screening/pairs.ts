import { PairComparer } from '../../../domain/screening/compare-pair.ts';
import { wordWeightsBy } from '../../../domain/screening/words/word-weights.ts';
import { shippedWordCounts } from '../../../adapters/screening/shipped-word-counts.ts';
import { readSet } from './samples.ts';

export interface JudgedPair {
  readonly kind: string;
  readonly left: string;
  readonly right: string;
  readonly isSame: boolean;
  readonly score: number;
}

/** Scores the labelled pairs as `kyc compare` does: the left name as if listed, the right as if a customer gave it. */
export function judgePairs(): JudgedPair[] {
  const comparer = new PairComparer(wordWeightsBy(shippedWordCounts));
  return readSet('labelled_pairs.csv').map(({ kind = '', left = '', right = '', label }) => ({
    ...{ kind, left, right },
    isSame: label === 'same',
    score: comparer.compare({ name: right }, { name: left }).score,
  }));
}

export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function agreementAt(pairs: readonly JudgedPair[], threshold: number): Agreement {
  const called = pairs.filter(({ score }) => score >= threshold);
  const right = called.filter(({ isSame }) => isSame).length;
  const precision = right / Math.max(1, called.length);
  const recall = right / Math.max(1, pairs.filter(({ isSame }) => isSame).length);
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** The threshold at which F1 is highest: what the scores could give if the threshold were made for these pairs. */
export function bestThreshold(pairs: readonly JudgedPair[]): number {
  const steps = Array.from({ length: 61 }, (_, step) => 0.4 + step / 100);
  return steps.reduce((best, step) =>
    agreementAt(pairs, step).f1 > agreementAt(pairs, best).f1 ? step : best,
  );
}
