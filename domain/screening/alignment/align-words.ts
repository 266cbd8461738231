import type { QueryName } from '../query-words.ts';
import type { Likeness, LikenessCode } from '../words/likeness.ts';
import { foldWord } from '../names/fold-word.ts';
import type { Word } from '../words/word.ts';
import { isJoined, joinedLikeness, joinedWorth, neighbours, type Cut } from './joined-words.ts';

export type PairCode = LikenessCode | 'joinedWords';

/** Words of the query set against words of the listed name, by their places. */
export interface Pair {
  readonly code: PairCode;
  readonly query: readonly number[];
  readonly listed: readonly number[];
  /** Above 0, at most 1. */
  readonly similarity: number;
}

/** A name on a list, in words to compare. */
export interface ListedWords {
  readonly words: readonly Word[];
  /** Of all words. */
  readonly weight: number;
}

export interface Sides {
  readonly query: QueryName;
  readonly listed: ListedWords;
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

/**
 * Sets the words of two names against each other in any order, each word once.
 * @param mayJoin false when it is known that no two words written together make one of the other side
 */
export function alignWords(sides: Sides, likenessAt: LikenessAt, mayJoin: boolean): readonly Pair[] {
  const { words } = sides.query;
  const { words: listed } = sides.listed;
  const options: Pair[] = [];
  for (let place = 0; place < words.length; place += 1) {
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
  if (mayJoin) options.push(...joinedOptions(sides));
  return options.length < 2 ? options : chosenFrom(options, sides);
}

/** Spares an array a pair. */
const places = Array.from({ length: 64 }, (_, place) => [place] as const);

function joinedOptions({ query: { words }, listed: { words: listed } }: Sides): Pair[] {
  const options: Pair[] = [];
  for (const pair of neighbours(listed.length)) {
    const [start, end] = [listed[pair[0]], listed[pair[1]]];
    words.forEach((word, place) => {
      const isCut = ({ firstFold, secondText }: Cut) =>
        firstFold === start?.fold && foldWord(secondText) === end?.fold;
      if (!word.cuts.some(isCut)) return;
      const similarity = joinedLikeness(word.text, `${start?.text ?? ''}${end?.text ?? ''}`);
      options.push({ code: 'joinedWords', similarity, query: [place], listed: pair });
    });
  }
  for (const pair of neighbours(words.length)) {
    const [start = '', end = ''] = [words[pair[0]]?.text, words[pair[1]]?.text];
    listed.forEach(({ text }, place) => {
      if (!isJoined(text, start, end)) return;
      options.push({ code: 'joinedWords', similarity: joinedWorth, query: pair, listed: [place] });
    });
  }
  return options;
}

function chosenFrom(options: Pair[], { listed: { words } }: Sides): Pair[] {
  options.sort(
    (a, b) =>
      ranks[a.code] - ranks[b.code] ||
      b.similarity - a.similarity ||
      weightAt(words, b.listed) - weightAt(words, a.listed),
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
  let bits = 0;
  for (const place of taken) bits |= 1 << place;
  return bits;
}

export function weightAt(words: readonly Word[], taken: readonly number[]): number {
  let total = 0;
  for (const place of taken) total += words[place]?.weight ?? 0;
  return total;
}
