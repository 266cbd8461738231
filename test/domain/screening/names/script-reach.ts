import { readFileSync } from 'node:fs';
import { editDistance } from '../../../../domain/screening/edit-distance.ts';
import { foldWord } from '../../../../domain/screening/names/fold-word.ts';
import { equivalentsOf } from '../../../../domain/screening/names/equivalents.ts';
import { normaliseName } from '../../../../domain/screening/names/normalise-name.ts';
import { nameWordsOf } from './words-of.ts';
import { skeletonOf } from '../../../../domain/screening/names/skeleton.ts';

/** Of the pairs of one script, the share whose two spellings meet in each way; 0 to 1. */
export interface Reach {
  readonly pairs: number;
  /** Every word has the same fold, or is the same name in another language. */
  readonly sameWords: number;
  readonly sameSkeleton: number;
  /** The folds of the whole names are at most one edit apart, a word. */
  readonly withinOneEdit: number;
  /** Every word meets in one of these ways. */
  readonly met: number;
}

export interface ScriptPair {
  readonly latin: string;
  readonly written: string;
}

/** The pairs of `script-pairs/<script>.csv`: a header, then a Latin name and the same name as written in the script. */
export function scriptPairs(script: string): readonly ScriptPair[] {
  const file = new URL(`script-pairs/${script}.csv`, import.meta.url);
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [latin = '', written = ''] = row.split(',');
    return { latin, written };
  });
}

export function reachOf(pairs: readonly ScriptPair[]): Reach {
  const share = (meets: Meets): number =>
    pairs.filter((pair) => everyWord(pair, meets)).length / pairs.length;
  return {
    pairs: pairs.length,
    sameWords: share(isSameWord),
    sameSkeleton: share(isSameSkeleton),
    withinOneEdit: share(isOneEditApart),
    met: share((one, other) =>
      [isSameWord, isSameSkeleton, isOneEditApart].some((meets) => meets(one, other)),
    ),
  };
}

type Meets = (one: string, other: string) => boolean;

function everyWord({ latin, written }: ScriptPair, meets: Meets): boolean {
  const latinWords = nameWordsOf(normaliseName(latin));
  const writtenWords = nameWordsOf(normaliseName(written));
  if (meets(latinWords.join(''), writtenWords.join(''))) return true;
  return (
    latinWords.length === writtenWords.length &&
    latinWords.every((word) => writtenWords.some((other) => meets(word, other)))
  );
}

function isSameWord(one: string, other: string): boolean {
  const group = equivalentsOf(one);
  return foldWord(one) === foldWord(other) || (group !== undefined && group === equivalentsOf(other));
}

function isSameSkeleton(one: string, other: string): boolean {
  return skeletonOf(one) === skeletonOf(other);
}

function isOneEditApart(one: string, other: string): boolean {
  return editDistance(foldWord(one), foldWord(other), 1) <= 1;
}
