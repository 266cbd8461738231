import { editDistance } from '../edit-distance.ts';

/** One bit a letter; JavaScript's bit operations have 32, of which the sign is left alone. */
const longestPattern = 31;
const alphabet = 128;

/**
 * The distance of `editDistance` from one word to many, bit-parallel: a letter of the other word costs a dozen operations
 * (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003, restricted edit distance).
 */
export class BitDistance {
  readonly #masks = new Int32Array(alphabet);
  #pattern = '';
  /** Letters of a word that came as a string. */
  readonly #letters = new Uint8Array(longestPattern);

  /** Sets the word that the next ones are compared with; a-z and 0-9. */
  from(pattern: string): this {
    if (pattern === this.#pattern) return this;
    for (let index = 0; index < this.#pattern.length; index += 1)
      this.#masks[this.#pattern.charCodeAt(index)] = 0;
    this.#pattern = pattern;
    for (let index = 0; index < Math.min(pattern.length, longestPattern); index += 1) {
      const code = pattern.charCodeAt(index);
      this.#masks[code] = (this.#masks[code] ?? 0) | (1 << index);
    }
    return this;
  }

  /** Whether the pattern can be compared letter by letter in one machine word. */
  get fits(): boolean {
    return this.#pattern.length > 0 && this.#pattern.length <= longestPattern;
  }

  /** Insert, delete, replace, swap neighbours, each 1; above `limit` it answers `limit + 1`. */
  to(word: string, limit: number): number {
    const length = this.#pattern.length;
    if (Math.abs(length - word.length) > limit) return limit + 1;
    if (!this.fits || word.length > longestPattern) {
      return editDistance(this.#pattern, word, limit);
    }
    for (let index = 0; index < word.length; index += 1) this.#letters[index] = word.charCodeAt(index);
    return this.toBytes(this.#letters, 0, word.length, limit);
  }

  /**
   * The same to a word that stands among others, its letters one byte each. For a pattern that
   * `fits`.
   */
  toBytes(bytes: Uint8Array, start: number, end: number, limit: number): number {
    const length = this.#pattern.length;
    if (Math.abs(length - (end - start)) > limit) return limit + 1;
    const last = 1 << (length - 1);
    let [positive, negative, diagonal, before, distance] = [-1, 0, 0, 0, length];
    for (let index = start; index < end; index += 1) {
      const mask = this.#masks[bytes[index] ?? 0] ?? 0;
      const swapped = ((~diagonal & mask) << 1) & before;
      diagonal = (((mask & positive) + positive) ^ positive) | mask | negative | swapped;
      let right = negative | ~(diagonal | positive);
      let down = diagonal & positive;
      if ((right & last) !== 0) distance += 1;
      if ((down & last) !== 0) distance -= 1;
      right = (right << 1) | 1;
      down <<= 1;
      positive = down | ~(diagonal | right);
      negative = right & diagonal;
      before = mask;
    }
    return Math.min(distance, limit + 1);
  }
}
