import { mostWords } from '../words/word.ts';

/** Low bits of a sum: the place of the query's word that was found last, counted from 1; room for all, and for words written together. */
const placeBits = Math.ceil(Math.log2(mostWords + 2));
const placeMask = 2 ** placeBits - 1;

/** Sums are counted in whole units, gains rounded up and needs rounded down, so that rounding loses no name. */
const unit = 2 ** -14;

/** No word of a query stands so far back: the place of words written together. */
const joinedMark = placeMask;

/** A gain in the units of a tally, rounded up. */
export function gainUnits(gain: number): number {
  return Math.ceil(gain / unit);
}

/** A need in the units of a tally, rounded down. */
export function needUnits(need: number): number {
  return Math.floor(need / unit);
}

/** What a name gains by a word of the query. */
export interface Gain {
  /** Of the query's word. */
  readonly place: number;
  /** In units. */
  readonly gain: number;
  /** Whether names that nothing has found before count at all. */
  readonly opens: boolean;
}

/** What each name of an index gains from one query: one number a name, so that all of them stay in the nearest memory. */
export class Tally {
  /** The names that were found, in the order found; the first so many of them. */
  readonly #names: Uint32Array;
  #count = 0;
  /** By name, in units above the bits of the place; 0 for a name that nothing has found. */
  readonly #sums: Int32Array;
  readonly #joined = new Set<number>();

  constructor(nameCount: number) {
    this.#names = new Uint32Array(nameCount);
    this.#sums = new Int32Array(nameCount);
  }

  /** Adds a gain to names. Of several words of a name only the first given counts for a place: give the best first. */
  addAll({ place, gain, opens }: Gain, names: Uint32Array, from: number, to: number): void {
    const [sums, opened, mark] = [this.#sums, this.#names, place + 1];
    const opening = gain * (placeMask + 1) + mark;
    let count = this.#count;
    for (let index = from; index < to; index += 1) {
      const name = names[index] ?? 0;
      const sum = sums[name] ?? 0;
      if (sum === 0) {
        if (!opens) continue;
        sums[name] = opening;
        opened[count] = name;
        count += 1;
      } else if ((sum & placeMask) !== mark) sums[name] = sum - (sum & placeMask) + opening;
    }
    this.#count = count;
  }

  /** Adds what one name gains by words written together, on top of what it has. */
  addJoined(first: number, name: number): void {
    const sum = this.#sums[name] ?? 0;
    if (sum === 0) {
      this.#names[this.#count] = name;
      this.#count += 1;
    }
    this.#sums[name] = sum - (sum & placeMask) + first * (placeMask + 1) + joinedMark;
    this.#joined.add(name);
  }

  /**
   * The names whose sums come to what they need, and an end to all sums.
   * @param need of every name, in units
   * @param needBesides of one name, in units
   */
  close(need: number, needBesides: (name: number) => number): number[] {
    const reached: number[] = [];
    for (let index = 0; index < this.#count; index += 1) {
      const name = this.#names[index] ?? 0;
      const sum = (this.#sums[name] ?? 0) >>> placeBits;
      this.#sums[name] = 0;
      // Most names fail by what every name needs: what this one needs is then not looked up.
      if (sum >= need && sum >= need + needBesides(name)) reached.push(name);
    }
    this.#count = 0;
    return reached;
  }

  /** Whether words written together were found in the name; forgotten when the next query begins. */
  isJoined(name: number): boolean {
    return this.#joined.has(name);
  }

  begin(): void {
    if (this.#joined.size > 0) this.#joined.clear();
  }
}
