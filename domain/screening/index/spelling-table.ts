import type { BitDistance } from '../words/bit-distance.ts';
import { letterBits, mayBeNear } from '../words/letter-bits.ts';
import { openNeighbours, type NeighbourSearch, type NeighbourTable } from './deletion-neighbours.ts';
import type { IndexFile } from './index-file.ts';
import { groupsOf, invertGroups, packGroups, type PackedGroups } from './packed-groups.ts';
import { stringsOf } from './packed-strings.ts';

/** Distinct spellings of the words of an index (texts, folds or skeletons), each by its place; all of them ASCII. */
export class SpellingTable {
  readonly count: number;
  /** The words of each spelling. */
  readonly words: PackedGroups;
  readonly #ofWord: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  /** See `letterBits`. */
  readonly #letters: Int32Array;
  readonly #near: NeighbourTable;
  /** All spellings behind each other: a part of a string is had for less than one made of bytes. */
  readonly #text: string;

  constructor(file: IndexFile, name: string) {
    const { bytes, starts } = stringsOf(file, name);
    this.#bytes = bytes;
    this.#starts = starts;
    this.#text = new TextDecoder('latin1').decode(bytes);
    this.count = starts.length - 1;
    this.#ofWord = file.integers(`${name}.ofWord`);
    this.words = packGroups(
      invertGroups(
        Array.from(this.#ofWord, (spelling) => [spelling]),
        this.count,
      ),
    );
    const letters = file.integers(`${name}.letters`);
    this.#letters = new Int32Array(letters.buffer, letters.byteOffset, letters.length);
    this.#near = openNeighbours(groupsOf(file, `${name}.near`));
  }

  /** The spelling of a word of the index. */
  ofWord(word: number): string {
    return this.#spellingAt(this.placeOfWord(word));
  }

  placeOfWord(word: number): number {
    return this.#ofWord[word] ?? 0;
  }

  lengthOf(word: number): number {
    const place = this.placeOfWord(word);
    return (this.#starts[place + 1] ?? 0) - (this.#starts[place] ?? 0);
  }

  /** Code of the first letter of a word's spelling; NaN when it has none, as `charCodeAt` has it. */
  firstLetterOf(word: number): number {
    return this.lengthOf(word) === 0 ? NaN : (this.#bytes[this.#starts[this.placeOfWord(word)] ?? 0] ?? NaN);
  }

  /** The letters of each spelling; see `letterBits`. */
  get letters(): ReadonlySet<number> {
    return new Set(this.#letters);
  }

  /** The place of a spelling; `undefined` when no word has it. */
  placeOf(spelling: string, search: NeighbourSearch): number | undefined {
    const count = search.search(this.#near, spelling, 0);
    for (let each = 0; each < count; each += 1) {
      const place = search.found[each] ?? 0;
      if (this.#isAt(place, spelling)) return place;
    }
    return undefined;
  }

  /**
   * Puts the places of all spellings within so many edits to the front of what the search has found.
   * @returns how many
   */
  near(spelling: string, edits: 0 | 1 | 2, search: NeighbourSearch, distance: BitDistance): number {
    const letters = letterBits(spelling);
    const count = search.search(this.#near, spelling, edits);
    distance.from(spelling);
    let kept = 0;
    for (let each = 0; each < count; each += 1) {
      const place = search.found[each] ?? 0;
      if (!mayBeNear(letters, this.#letters[place] ?? 0, edits)) continue;
      if (this.#edits(place, distance, edits) > edits) continue;
      search.found[kept] = place;
      kept += 1;
    }
    return kept;
  }

  /** From the pattern of the distance to a word's spelling. */
  editsTo(word: number, distance: BitDistance, limit: number): number {
    return this.#edits(this.placeOfWord(word), distance, limit);
  }

  #edits(place: number, distance: BitDistance, limit: number): number {
    const [start, end] = [this.#starts[place] ?? 0, this.#starts[place + 1] ?? 0];
    return distance.fits
      ? distance.toBytes(this.#bytes, start, end, limit)
      : distance.to(this.#spellingAt(place), limit);
  }

  #spellingAt(place: number): string {
    return this.#text.slice(this.#starts[place], this.#starts[place + 1]);
  }

  #isAt(place: number, spelling: string): boolean {
    const start = this.#starts[place] ?? 0;
    if ((this.#starts[place + 1] ?? 0) - start !== spelling.length) return false;
    for (let index = 0; index < spelling.length; index += 1) {
      if (this.#bytes[start + index] !== spelling.charCodeAt(index)) return false;
    }
    return true;
  }
}
