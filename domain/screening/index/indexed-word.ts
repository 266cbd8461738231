import { BitDistance } from '../words/bit-distance.ts';
import type { ComparedWord } from '../words/likeness.ts';
import type { Word } from '../words/word.ts';
import type { NeighbourSearch } from './deletion-neighbours.ts';
import type { WordTable } from './word-table.ts';

/** No spelling has this place. */
const nowhere = -1;

/**
 * A word of an index against one of a query, read from the columns of the index: most words that are looked at turn out
 * not to be alike, and need never be put together. Made once and set to each pair.
 */
export class IndexedWord implements ComparedWord {
  readonly #table: WordTable;
  readonly #textDistance = new BitDistance();
  readonly #foldDistance = new BitDistance();
  readonly #skeletonDistance = new BitDistance();
  /** Places of the query's own spellings. */
  #textPlace = nowhere;
  #foldPlace = nowhere;
  #skeletonPlace = nowhere;
  #word = 0;

  constructor(table: WordTable) {
    this.#table = table;
  }

  /** Sets the word that the next ones are compared with. */
  from(query: Word, search: NeighbourSearch): void {
    const { texts, folds, skeletons, consonantalWords } = this.#table;
    this.#textPlace = texts.placeOf(query.text, search) ?? nowhere;
    this.#foldPlace = folds.placeOf(query.fold, search) ?? nowhere;
    this.#textDistance.from(query.text);
    this.#foldDistance.from(query.fold);
    // Nobody asks for the skeleton where both words came with their vowels.
    if (!query.isConsonantal && consonantalWords === 0) return;
    this.#skeletonPlace = skeletons.placeOf(query.skeleton, search) ?? nowhere;
    this.#skeletonDistance.from(query.skeleton);
  }

  to(word: number): this {
    this.#word = word;
    return this;
  }

  get isSameText(): boolean {
    return this.#table.texts.placeOfWord(this.#word) === this.#textPlace;
  }
  get isSameFold(): boolean {
    return this.#table.folds.placeOfWord(this.#word) === this.#foldPlace;
  }
  get isSameSkeleton(): boolean {
    return this.#table.skeletons.placeOfWord(this.#word) === this.#skeletonPlace;
  }
  get group(): number | undefined {
    return this.#table.groupOf(this.#word);
  }
  get hasDigits(): boolean {
    return this.#table.hasDigits[this.#word] === 1;
  }
  get isSyllabic(): boolean {
    return this.#table.isSyllabic[this.#word] === 1;
  }
  get isInitial(): boolean {
    return this.#table.isInitial(this.#word);
  }
  get isConsonantal(): boolean {
    return this.#table.isConsonantal[this.#word] === 1;
  }
  get isCommon(): boolean {
    return this.#table.isCommon[this.#word] === 1;
  }
  get firstLetter(): number {
    return this.#table.texts.firstLetterOf(this.#word);
  }
  get textLength(): number {
    return this.#table.texts.lengthOf(this.#word);
  }
  get foldLength(): number {
    return this.#table.folds.lengthOf(this.#word);
  }
  get skeletonLength(): number {
    return this.#table.skeletons.lengthOf(this.#word);
  }

  textEdits(limit: number): number {
    return this.#table.texts.editsTo(this.#word, this.#textDistance, limit);
  }
  foldEdits(limit: number): number {
    return this.#table.folds.editsTo(this.#word, this.#foldDistance, limit);
  }
  skeletonEdits(limit: number): number {
    return this.#table.skeletons.editsTo(this.#word, this.#skeletonDistance, limit);
  }
}
