/** Numbers kept for each name, side by side so that one look into memory brings them all. */
const width = 4;
const [mark, points, queryFound, listedFound] = [0, 1, 2, 3];

/** More than a name has words, so that a mark tells the round and the place of the query's word. */
const placesPerRound = 64;

/** What the names of an index could get from one query. Begun anew by counting up a round, not by wiping. */
export class Tally {
  /** The names that were found, in the order found; the first `count` of them. */
  readonly names: Uint32Array;
  count = 0;
  readonly #numbers: Float64Array;
  readonly #isJoined: Uint8Array;
  #base = 0;

  constructor(nameCount: number) {
    this.names = new Uint32Array(nameCount);
    this.#numbers = new Float64Array(nameCount * width);
    this.#isJoined = new Uint8Array(nameCount);
  }

  begin(): void {
    this.#base += placesPerRound;
    this.count = 0;
  }

  /**
   * Adds what names have for one word of the query, by one word of theirs. Of several words of a name only the first
   * given counts for a place: give the best first.
   * @param opens whether names that nothing has found before count at all
   */
  addAll(found: Found, names: Uint32Array, from: number, to: number, opens: boolean): void {
    const numbers = this.#numbers;
    const here = this.#base + found.place;
    for (let index = from; index < to; index += 1) {
      const name = names[index] ?? 0;
      const at = name * width;
      const last = numbers[at] ?? 0;
      if (last < this.#base) {
        if (opens) this.#open(name, found);
      } else {
        numbers[at + listedFound] = (numbers[at + listedFound] ?? 0) + found.listedWeight;
        if (last === here) continue;
        numbers[at] = here;
        numbers[at + points] = (numbers[at + points] ?? 0) + found.worth;
        numbers[at + queryFound] = (numbers[at + queryFound] ?? 0) + found.queryWeight;
      }
    }
  }

  /** Adds what one name has for words written together, on top of what it has. */
  addJoined(found: Found, name: number): void {
    const at = name * width;
    if ((this.#numbers[at] ?? 0) < this.#base) this.#open(name, found);
    else {
      this.#numbers[at + points] = (this.#numbers[at + points] ?? 0) + found.worth;
      this.#numbers[at + queryFound] = (this.#numbers[at + queryFound] ?? 0) + found.queryWeight;
      this.#numbers[at + listedFound] = (this.#numbers[at + listedFound] ?? 0) + found.listedWeight;
    }
    this.#isJoined[name] = 1;
  }

  /** Whether words written together were found in the name. */
  isJoined(name: number): boolean {
    return this.#isJoined[name] === 1;
  }

  pointsOf(name: number): number {
    return this.#numbers[name * width + points] ?? 0;
  }

  /** Weight of the query's words that found something in the name. */
  queryFoundIn(name: number): number {
    return this.#numbers[name * width + queryFound] ?? 0;
  }

  /** Weight of the name's words that were found, some counted twice. */
  listedFoundIn(name: number): number {
    return this.#numbers[name * width + listedFound] ?? 0;
  }

  #open(name: number, { place, worth, queryWeight, listedWeight }: Found): void {
    const at = name * width;
    this.names[this.count] = name;
    this.count += 1;
    this.#numbers[at + mark] = this.#base + place;
    this.#numbers[at + points] = worth;
    this.#numbers[at + queryFound] = queryWeight;
    this.#numbers[at + listedFound] = listedWeight;
    this.#isJoined[name] = 0;
  }
}

/** What a word of the query is worth by a word of a name. */
export interface Found {
  /** Of the query's word; `placeOfJoined` for words written together. */
  readonly place: number;
  /** Weight of the name's word times its likeness. */
  readonly worth: number;
  readonly queryWeight: number;
  readonly listedWeight: number;
}

/** No word of a query stands so far back. */
export const placeOfJoined = placesPerRound - 1;
