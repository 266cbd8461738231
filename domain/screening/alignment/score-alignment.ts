import type { Reason } from '../screening.ts';
import type { Word } from '../words/word.ts';
import { weightAt, type Pair, type Sides } from './align-words.ts';

/** How much a word that only one side has takes from the score, as a share of its weight. Tuned on sample names. */
export const unmatchedShare = { query: 0.6, listed: 0.4 };

/** Numbers are hard evidence: "Fund 5" is not "Fund 8". Taken off when each side has a number that the other lacks. */
const otherNumberPoints = -0.35;

/** A resemblance in few or common words is worth less: this much at most, when hardly anything was said. */
const littleSaid = { points: -0.12, enough: 2.2 };

/** Points of each matched word: its weight times its likeness, as a share of all weights. They sum to the score. */
export function scoreAlignment(sides: Sides, pairs: readonly Pair[]): Reason[] {
  const weighing = weigh(sides, pairs);
  const found = pairs.map(({ code, listed, similarity }) => ({
    code,
    points: (weightAt(sides.listed.words, listed) * similarity) / weighing.whole,
    detail: listed.map((place) => sides.listed.words[place]?.text ?? '').join(' '),
  }));
  const number = otherNumber(sides, pairs);
  const against = [
    { code: 'otherNumber', points: number === null ? 0 : otherNumberPoints, detail: number ?? '' },
    { code: 'commonWords', points: littleSaidPoints(weighing), detail: 'few or common words' },
  ];
  return [...found, ...against.filter(({ points }) => points !== 0)];
}

/** The sum of the points of `scoreAlignment`, without the words. */
export function alignmentScore(sides: Sides, pairs: readonly Pair[]): number {
  if (!isAnchored(sides, pairs)) return 0;
  const weighing = weigh(sides, pairs);
  const number = otherNumber(sides, pairs) === null ? 0 : otherNumberPoints;
  return weighing.worth / weighing.whole + number + littleSaidPoints(weighing);
}

/** The same name, word for word, is the same name however common. Equal up to the order in which it was added up. */
function littleSaidPoints({ worth, whole, matched }: Weighing): number {
  return whole - worth < 1e-9 ? 0 : littleSaid.points * Math.max(0, 1 - matched / littleSaid.enough);
}

/** Initials and legal forms alone are nobody's name: one word at least has to be found as such. */
function isAnchored({ listed: { words } }: Sides, pairs: readonly Pair[]): boolean {
  return pairs.some(
    (pair) => pair.code !== 'initial' && pair.listed.some((place) => words[place]?.isMinor === false),
  );
}

interface Weighing {
  /** What the pairs are worth, weight times likeness. */
  readonly worth: number;
  /** Weight of the listed words found. */
  readonly matched: number;
  /** What the score is a share of. */
  readonly whole: number;
}

function weigh({ query, listed }: Sides, pairs: readonly Pair[]): Weighing {
  let [worth, matchedQuery, matched] = [0, 0, 0];
  for (const pair of pairs) {
    const [queryWeight, listedWeight] = [
      weightAt(query.words, pair.query),
      weightAt(listed.words, pair.listed),
    ];
    worth += listedWeight * pair.similarity;
    matched += listedWeight;
    // A letter on the list answers for no more of a word than it says itself.
    matchedQuery += pair.code === 'initial' ? Math.min(queryWeight, listedWeight) : queryWeight;
  }
  const unmatched =
    unmatchedShare.query * (query.weight - matchedQuery) + unmatchedShare.listed * (listed.weight - matched);
  return { worth, matched, whole: matched + unmatched };
}

/** The listed number that the query has another one for; `null` when no number speaks against the match. */
function otherNumber(
  { query: { words: query }, listed: { words: listed } }: Sides,
  pairs: readonly Pair[],
): string | null {
  if (!query.some(({ hasDigits }) => hasDigits)) return null;
  const isUnmatched = (words: readonly Word[], side: 'query' | 'listed') =>
    words.find(({ hasDigits }, place) => hasDigits && !pairs.some((pair) => pair[side].includes(place)));
  const number = isUnmatched(listed, 'listed');
  return number !== undefined && isUnmatched(query, 'query') !== undefined ? number.text : null;
}
