import type { QueryName } from '../query-words.ts';
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
  readonly query: QueryName;
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

/**
 * Sets the words of two names against each other in any order, each word once.
 * @param mayJoin false when it is known that no two words written together make one of the other side
 */
export function alignWords(sides: Sides, likenessAt: LikenessAt, mayJoin: boolean): readonly Pair[] {
  const { query, listed } = sides;
  const options: Pair[] = [];
  for (let place = 0; place < query.words.length; place += 1) {
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

function joinedOptions({ query: { words, joins }, listed }: Sides): Pair[] {
  const options: Pair[] = [];
  for (const pair of neighbours(listed.length)) {
    const [start, end] = [listed[pair[0]], listed[pair[1]]];
    words.forEach(({ text, cuts }, place) => {
      if (!cuts.some(([first, second]) => first === start?.fold && second === end?.fold)) return;
      const similarity = joinedLikeness(text, `${start?.text ?? ''}${end?.text ?? ''}`);
      options.push({ code: 'joinedWords', similarity, query: [place], listed: pair });
    });
  }
  for (const { places: pair, fold } of joins) {
    listed.forEach((whole, place) => {
      if (fold !== whole.fold) return;
      const together = `${words[pair[0]]?.text ?? ''}${words[pair[1]]?.text ?? ''}`;
      const similarity = joinedLikeness(whole.text, together);
      options.push({ code: 'joinedWords', similarity, query: pair, listed: [place] });
    });
  }
  return options;
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
