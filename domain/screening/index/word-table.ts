import { isInitial, type Word } from '../words/word.ts';
import { unknownWeight } from '../words/word-weights.ts';
import type { IndexFile } from './index-file.ts';
import { SpellingTable } from './spelling-table.ts';

/** The words of an index, column by column, each word by its number. */
export class WordTable {
  readonly count: number;
  readonly texts: SpellingTable;
  readonly folds: SpellingTable;
  readonly skeletons: SpellingTable;
  readonly weights: Float64Array;
  readonly hasDigits: Uint8Array;
  readonly isCommon: Uint8Array;
  readonly isMinor: Uint8Array;
  readonly isSyllabic: Uint8Array;
  readonly isConsonantal: Uint8Array;
  /** How many words came without vowels. */
  readonly consonantalWords: number;
  /** One more than the number of the group; 0 for none. */
  readonly #groups: Uint32Array;
  readonly #known: Word[] = [];

  constructor(file: IndexFile) {
    this.texts = new SpellingTable(file, 'texts');
    this.folds = new SpellingTable(file, 'folds');
    this.skeletons = new SpellingTable(file, 'skeletons');
    this.weights = file.numbers('words.weight');
    this.count = this.weights.length;
    this.#groups = file.integers('words.group');
    this.hasDigits = file.bytes('words.hasDigits');
    this.isCommon = file.bytes('words.isCommon');
    this.isMinor = file.bytes('words.isMinor');
    this.isSyllabic = file.bytes('words.isSyllabic');
    this.isConsonantal = file.bytes('words.isConsonantal');
    this.consonantalWords = this.isConsonantal.reduce((count, flag) => count + flag, 0);
  }

  /** See `Word.group`. */
  groupOf(word: number): number | undefined {
    const group = this.#groups[word] ?? 0;
    return group === 0 ? undefined : group - 1;
  }

  /** See `Word.isInitial`. */
  isInitial(word: number): boolean {
    return this.texts.lengthOf(word) === 1 && isInitial(this.texts.ofWord(word), this.#flagsOf(word));
  }

  at(word: number): Word {
    return (this.#known[word] ??= this.#read(word));
  }

  #read(word: number): Word {
    const text = this.texts.ofWord(word);
    const flags = this.#flagsOf(word);
    return {
      ...flags,
      text,
      fold: this.folds.ofWord(word),
      skeleton: this.skeletons.ofWord(word),
      group: this.groupOf(word),
      weight: this.weights[word] ?? unknownWeight,
      isCommon: this.isCommon[word] === 1,
      isConsonantal: this.isConsonantal[word] === 1,
      isInitial: isInitial(text, flags),
      isSyllabic: this.isSyllabic[word] === 1,
    };
  }

  #flagsOf(word: number): Pick<Word, 'isMinor' | 'hasDigits'> {
    return { isMinor: this.isMinor[word] === 1, hasDigits: this.hasDigits[word] === 1 };
  }
}
