import type { BitDistance } from '../words/bit-distance.ts';
import type { Likeness, LikenessCode } from '../words/likeness.ts';
import type { Word } from '../words/word.ts';
import { joinedLikeness, neighbours } from './joined-words.ts';

export type PairCode = LikenessCode | 'joinedWords';

/** Words of the query set against words of the listed name, by their places. */
export interface Pair {
  readonly code: PairCode;
  readonly query: readonly number[];
  readonly listed: readonly number[];
  /** Above 0, at most 1. */
  readonly similarity: number;
}

export interface Sides {
  readonly query: readonly Word[];
  readonly listed: readonly Word[];
}

/** How the word at one place of the query resembles the one at a place of the listed name. */
export type LikenessAt = (query: number, listed: number) => Likeness | null;

/** The surest first: a word that is there is not spent on one that is merely alike. */
const ranks: Readonly<Record<PairCode, number>> = {
  sameWord: 0,
  sameSound: 1,
  joinedWords: 2,
  sameNameElsewhere: 3,
  sameConsonants: 4,
  similarWord: 4,
  initial: 5,
};

/** Sets the words of two names against each other in any order, each word once. */
export function alignWords(sides: Sides, likenessAt: LikenessAt, distance: BitDistance): readonly Pair[] {
  const { query, listed } = sides;
  const options: Pair[] = [];
  for (let place = 0; place < query.length; place += 1) {
    for (let other = 0; other < listed.length; other += 1) {
      const likeness = likenessAt(place, other);
      if (likeness === null) continue;
      options.push({
        code: likeness.code,
        query: places[place] ?? [place],
        listed: places[other] ?? [other],
        similarity: likeness.similarity,
      });
    }
  }
  if (options.length < Math.min(query.length, listed.length) || !options.every(isSure)) {
    options.push(...joinedOptions(sides, distance));
  }
  return options.length < 2 ? options : chosenFrom(options, sides);
}

/** Spares an array a pair. */
const places = Array.from({ length: 64 }, (_, place) => [place] as const);

function isSure({ code }: Pair): boolean {
  return code === 'sameWord' || code === 'sameSound';
}

function joinedOptions({ query, listed }: Sides, distance: BitDistance): Pair[] {
  const options: Pair[] = [];
  const consider = (
    whole: Word,
    parts: readonly Word[],
    [first, second]: readonly [number, number],
    pairAt: (together: readonly number[]) => Pick<Pair, 'query' | 'listed'>,
  ) => {
    const similarity = joinedLikeness(whole.fold, foldAt(parts, first), foldAt(parts, second), distance);
    if (similarity > 0) options.push({ code: 'joinedWords', similarity, ...pairAt([first, second]) });
  };
  for (const pair of neighbours(listed.length)) {
    query.forEach((whole, place) => {
      consider(whole, listed, pair, (together) => ({ query: [place], listed: together }));
    });
  }
  for (const pair of neighbours(query.length)) {
    listed.forEach((whole, place) => {
      consider(whole, query, pair, (together) => ({ query: together, listed: [place] }));
    });
  }
  return options;
}

function foldAt(words: readonly Word[], place: number): string {
  return words[place]?.fold ?? '';
}

function chosenFrom(options: Pair[], { listed }: Sides): Pair[] {
  const weightOf = ({ listed: taken }: Pair) =>
    taken.reduce((total, place) => total + (listed[place]?.weight ?? 0), 0);
  options.sort(
    (a, b) => ranks[a.code] - ranks[b.code] || b.similarity - a.similarity || weightOf(b) - weightOf(a),
  );
  const chosen: Pair[] = [];
  let [queryTaken, listedTaken] = [0, 0];
  for (const pair of options) {
    const [queryBits, listedBits] = [bitsOf(pair.query), bitsOf(pair.listed)];
    if ((queryTaken & queryBits) !== 0 || (listedTaken & listedBits) !== 0) continue;
    queryTaken |= queryBits;
    listedTaken |= listedBits;
    chosen.push(pair);
  }
  return chosen;
}

function bitsOf(taken: readonly number[]): number {
  return taken.reduce((bits, place) => bits | (1 << place), 0);
}
