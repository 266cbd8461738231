import { cutsOf, type Cut } from '../alignment/joined-words.ts';
import { foldWord } from '../names/fold-word.ts';
import type { Word } from '../words/word.ts';
import type { NeighbourSearch } from './deletion-neighbours.ts';
import type { ScreeningIndex } from './open-index.ts';
import { forEachCommon, membersOf, type PackedGroups } from './packed-groups.ts';

/** Two listed folds that one word of a query may be, written together. */
export interface Split {
  /** The names that hold both. */
  readonly names: readonly number[];
  /** Of both, at most. */
  readonly listedWeight: number;
}

const none: readonly Split[] = [];

/** Finds the names that write as two words what a query writes as one. */
export class SplitWords {
  readonly #index: ScreeningIndex;
  readonly #search: NeighbourSearch;
  readonly #namesOfFold: PackedGroups;

  constructor(index: ScreeningIndex, search: NeighbourSearch) {
    this.#index = index;
    this.#search = search;
    this.#namesOfFold = namesOfFolds(index);
  }

  of(word: Word): readonly Split[] {
    let splits = none;
    for (const cut of cutsOf(word)) {
      const split = this.#splitAt(cut);
      if (split !== null) splits = [...splits, split];
    }
    return splits;
  }

  #splitAt({ firstFold, secondText }: Cut): Split | null {
    const { folds } = this.#index.words;
    const first = folds.placeOf(firstFold, this.#search);
    if (first === undefined) return null;
    const second = folds.placeOf(foldWord(secondText), this.#search);
    if (second === undefined) return null;
    const names: number[] = [];
    forEachCommon(membersOf(this.#namesOfFold, first), membersOf(this.#namesOfFold, second), (name) => {
      names.push(name);
    });
    return names.length === 0
      ? null
      : { names, listedWeight: this.#weightOfFold(first) + this.#weightOfFold(second) };
  }

  #weightOfFold(fold: number): number {
    let most = 0;
    for (const word of membersOf(this.#index.words.folds.words, fold)) {
      most = Math.max(most, this.#index.words.weights[word] ?? 0);
    }
    return most;
  }
}

/** In order and, where two spellings of one fold stand in one name, twice. */
function namesOfFolds({ words: { folds }, namesOfWord }: ScreeningIndex): PackedGroups {
  const starts = new Uint32Array(folds.count + 1);
  for (let fold = 0; fold < folds.count; fold += 1) {
    let count = 0;
    for (const word of membersOf(folds.words, fold)) count += membersOf(namesOfWord, word).length;
    starts[fold + 1] = (starts[fold] ?? 0) + count;
  }
  const members = new Uint32Array(starts.at(-1) ?? 0);
  for (let fold = 0; fold < folds.count; fold += 1) {
    const words = membersOf(folds.words, fold);
    let at = starts[fold] ?? 0;
    for (const word of words) {
      members.set(membersOf(namesOfWord, word), at);
      at += membersOf(namesOfWord, word).length;
    }
    if (words.length > 1) members.subarray(starts[fold], starts[fold + 1]).sort();
  }
  return { starts, members };
}
