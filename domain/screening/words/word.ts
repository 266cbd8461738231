import { equivalentsOf } from '../names/equivalents.ts';
import { foldWord } from '../names/fold-word.ts';
import type { NameWord } from '../names/normalised-name.ts';
import { skeletonOf } from '../names/skeleton.ts';
import type { WeightOf } from './word-weights.ts';

/** A word of a name with all that it is compared by. */
export interface Word {
  readonly text: string;
  /** See `foldWord`. */
  readonly fold: string;
  /** See `skeletonOf`. */
  readonly skeleton: string;
  /** Group of names that are one name in several languages. */
  readonly group: number | undefined;
  /** 0 to 1: what it tells about who is meant. */
  readonly weight: number;
  readonly hasDigits: boolean;
  readonly isConsonantal: boolean;
}

/** Articles and prepositions are often left out, so they count little. */
const particleShare = 0.2;

export function wordOf({ text, role, isConsonantal }: NameWord, weightOf: WeightOf): Word {
  const fold = foldWord(text);
  const weight = weightOf(fold);
  return {
    text,
    fold,
    skeleton: skeletonOf(text),
    group: equivalentsOf(text),
    weight: role === 'particle' ? weight * particleShare : weight,
    hasDigits: /\d/.test(text),
    isConsonantal,
  };
}

/** More are not compared: a name has fewer, and their places fit one machine word. */
export const mostWords = 30;

/** The words that are compared: names and particles; of a name made of nothing else, everything. */
export function comparedWords(words: readonly NameWord[]): readonly NameWord[] {
  const compared = words.filter(({ role }) => role === 'name' || role === 'particle');
  return compared.some(({ role, text }) => role === 'name' && text.length > 1) ? compared : words;
}
