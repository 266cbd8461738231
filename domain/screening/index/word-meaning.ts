import type { Likeness } from '../words/likeness.ts';
import type { Split } from './split-words.ts';

/** A word of the index that a word of a query may stand for. */
export interface SimilarWord {
  readonly word: number;
  readonly likeness: Likeness;
  /** Its weight times its similarity. */
  readonly worth: number;
  readonly isMinor: boolean;
  /** Where its names begin and end in `namesOfWord`. */
  readonly from: number;
  readonly to: number;
}

/**
 * What one word of a query may stand for on the list: words, those that are worth most first. Their numbers stand column by column in one
 * array, so that a search reads on and on instead of here and there.
 */
export class WordMeaning {
  readonly count: number;
  /** The most that a minor word of a name can be worth for it. */
  readonly minorWorth: number;
  readonly splits: readonly Split[];
  readonly #likenesses: readonly Likeness[];
  readonly #columns: Float64Array;

  constructor(words: SimilarWord[], splits: readonly Split[]) {
    words.sort((a, b) => b.worth - a.worth || a.word - b.word);
    this.count = words.length;
    this.splits = splits;
    this.minorWorth = words.find(({ isMinor }) => isMinor)?.worth ?? 0;
    this.#likenesses = words.map(({ likeness }) => likeness);
    this.#columns = columnsOf(words);
  }

  /** Of the word at a place, below `count`, as in all that follow. */
  wordAt(place: number): number {
    return this.#columns[place] ?? 0;
  }

  worthAt(place: number): number {
    return this.#columns[this.count + place] ?? 0;
  }

  fromAt(place: number): number {
    return this.#columns[2 * this.count + place] ?? 0;
  }

  toAt(place: number): number {
    return this.#columns[3 * this.count + place] ?? 0;
  }

  isMinorAt(place: number): boolean {
    return this.#columns[4 * this.count + place] === 1;
  }

  likenessAt(place: number): Likeness | null {
    return this.#likenesses[place] ?? null;
  }

  /** How it resembles a word of the index; `null` for a different word. */
  likenessTo(word: number): Likeness | null {
    for (let place = 0; place < this.count; place += 1) {
      if (this.#columns[place] === word) return this.likenessAt(place);
    }
    return null;
  }
}

const empty = new Float64Array();

function columnsOf(words: readonly SimilarWord[]): Float64Array {
  const count = words.length;
  if (count === 0) return empty;
  const columns = new Float64Array(5 * count);
  for (let place = 0; place < count; place += 1) {
    const each = words[place];
    if (each === undefined) continue;
    columns[place] = each.word;
    columns[count + place] = each.worth;
    columns[2 * count + place] = each.from;
    columns[3 * count + place] = each.to;
    columns[4 * count + place] = each.isMinor ? 1 : 0;
  }
  return columns;
}
