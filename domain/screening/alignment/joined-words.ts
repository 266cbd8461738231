import { editDistance } from '../edit-distance.ts';
import { foldWord } from '../names/fold-word.ts';
import type { Word } from '../words/word.ts';

/** A blank lost or added: the most that it can be worth, when every letter is the same. */
export const joinedWorth = 0.96;

/** Taken off for letters that the two writings differ in, as a share of the longer. */
const otherLetters = 0.3;

export function joinedLikeness(whole: string, together: string): number {
  const longer = Math.max(whole.length, together.length);
  return joinedWorth * (1 - (otherLetters * editDistance(whole, together, longer)) / longer);
}

/** Below this many letters a part is too soon a part of anything. */
const shortestPart = 2;

/** Nobody writes more than two names together, and each cut costs time. */
const longestWhole = 31;

/**
 * What a word may have been before somebody lost the blank. Each part is folded by itself, since a fold depends on where its
 * word ends; the second only when the first is found, which it hardly ever is.
 */
export function cutsOf({ text, hasDigits }: Pick<Word, 'text' | 'hasDigits'>): readonly Cut[] {
  const cuts: Cut[] = [];
  const longest = hasDigits || text.length > longestWhole ? 0 : text.length - shortestPart;
  for (let length = shortestPart; length <= longest; length += 1) {
    cuts.push({ firstFold: foldWord(text.slice(0, length)), secondText: text.slice(length) });
  }
  return cuts;
}

export interface Cut {
  readonly firstFold: string;
  readonly secondText: string;
}

/** Whether somebody wrote a blank into a word. */
export function isJoined(whole: string, first: string, second: string): boolean {
  return (
    first.length + second.length === whole.length &&
    Math.min(first.length, second.length) >= shortestPart &&
    whole.startsWith(first) &&
    whole.endsWith(second)
  );
}

/**
 * The pairs of places that may have been written together: neighbours, and the last before the first, since lists put
 * the family name first and people last; in both orders.
 */
export function neighbours(count: number): readonly (readonly [first: number, second: number])[] {
  return (known[count] ??= listNeighbours(count));
}

const known: (readonly (readonly [number, number])[])[] = [];

function listNeighbours(count: number): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let first = 0; first + 1 < count; first += 1) pairs.push([first, first + 1], [first + 1, first]);
  if (count > 2) pairs.push([count - 1, 0], [0, count - 1]);
  return pairs;
}
