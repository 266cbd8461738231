import { normaliseName } from './names/normalise-name.ts';
import type { NotScreenedReason } from './screening.ts';
import { comparedWords, mostWords, wordOf, type Word } from './words/word.ts';
import type { WeightOf } from './words/word-weights.ts';

/** Longer names are refused at the edge; one that comes this far is not cut and then called clear. */
const longestName = 400;

/** A single letter or digit is like too many names to be like any. */
const fewestCharacters = 2;

export interface QueryWords {
  readonly words: readonly Word[];
  /** Why this name, or a part of it, is not compared. */
  readonly unseen: NotScreenedReason | null;
}

/** A name as a customer wrote it, in words to compare. */
export function queryWords(name: string, weightOf: WeightOf): QueryWords {
  if (name.trim() === '') return unseen('nameMissing');
  if (name.length > longestName) return unseen('nameTooLong');
  const { words, hasUnreadScript } = normaliseName(name);
  const compared = comparedWords(words);
  const because = hasUnreadScript ? 'unsupportedScript' : null;
  if (compared.length > mostWords) return unseen('nameTooLong');
  if (compared.reduce((total, { text }) => total + text.length, 0) < fewestCharacters) {
    return unseen(because ?? 'nothingToCompare');
  }
  return { words: compared.map((word) => wordOf(word, weightOf)), unseen: because };
}

function unseen(because: NotScreenedReason): QueryWords {
  return { words: [], unseen: because };
}
