import type { Reason } from '../screening.ts';
import type { Word } from '../words/word.ts';
import type { Pair, Sides } from './align-words.ts';

/** How much a word that only one side has takes from the score, as a share of its weight. Tuned on sample names. */
export const unmatchedShare = { query: 0.6, listed: 0.5 };

/** Numbers are hard evidence: "Fund 5" is not "Fund 8". Taken off when each side has a number that the other lacks. */
export const otherNumberPoints = -0.35;

/** Points of each matched word: its weight times its likeness, as a share of all weights. They sum to the score. */
export function scoreAlignment(sides: Sides, pairs: readonly Pair[]): Reason[] {
  const whole = wholeOf(sides, pairs);
  const reasons = pairs.map(({ code, listed, similarity }) => ({
    code,
    points: (weightAt(sides.listed, listed) * similarity) / whole,
    detail: listed.map((place) => sides.listed[place]?.text ?? '').join(' '),
  }));
  const numbers = otherNumber(sides, pairs);
  return numbers === null
    ? reasons
    : [...reasons, { code: 'otherNumber', points: otherNumberPoints, detail: numbers }];
}

/** The sum of the points of `scoreAlignment`, without the words. */
export function alignmentScore(sides: Sides, pairs: readonly Pair[]): number {
  const matched = pairs.reduce(
    (total, { listed, similarity }) => total + weightAt(sides.listed, listed) * similarity,
    0,
  );
  return matched / wholeOf(sides, pairs) + (otherNumber(sides, pairs) === null ? 0 : otherNumberPoints);
}

function wholeOf({ query, listed }: Sides, pairs: readonly Pair[]): number {
  let [matchedQuery, matchedListed] = [0, 0];
  for (const pair of pairs) {
    matchedQuery += weightAt(query, pair.query);
    matchedListed += weightAt(listed, pair.listed);
  }
  return (
    matchedListed +
    unmatchedShare.query * (totalWeight(query) - matchedQuery) +
    unmatchedShare.listed * (totalWeight(listed) - matchedListed)
  );
}

/** The listed number that the query has another one for; `null` when no number speaks against the match. */
function otherNumber({ query, listed }: Sides, pairs: readonly Pair[]): string | null {
  if (!query.some(({ hasDigits }) => hasDigits)) return null;
  const isUnmatched = (words: readonly Word[], side: 'query' | 'listed') =>
    words.find(({ hasDigits }, place) => hasDigits && !pairs.some((pair) => pair[side].includes(place)));
  const number = isUnmatched(listed, 'listed');
  return number !== undefined && isUnmatched(query, 'query') !== undefined ? number.text : null;
}

export function totalWeight(words: readonly Word[]): number {
  return words.reduce((total, { weight }) => total + weight, 0);
}

function weightAt(words: readonly Word[], places: readonly number[]): number {
  return places.reduce((total, place) => total + (words[place]?.weight ?? 0), 0);
}
