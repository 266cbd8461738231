import { BitDistance } from './bit-distance.ts';
import { likenessOf, type ComparedWord, type Likeness } from './likeness.ts';
import type { Word } from './word.ts';

/** Compares words of which both are at hand. */
export class WordComparer {
  readonly #compared = new HeldWord();

  /** See `likenessOf`. */
  likenessOf(query: Word, listed: Word): Likeness | null {
    return likenessOf(query, this.#compared.set(query, listed));
  }
}

/** Made once and filled with each pair: comparing is what screening spends its time on. */
class HeldWord implements ComparedWord {
  readonly #distance = new BitDistance();
  #query!: Word;
  #listed!: Word;

  set(query: Word, listed: Word): this {
    this.#query = query;
    this.#listed = listed;
    return this;
  }

  get isSameText(): boolean {
    return this.#query.text === this.#listed.text;
  }
  get isSameFold(): boolean {
    return this.#query.fold === this.#listed.fold;
  }
  get isSameSkeleton(): boolean {
    return this.#query.skeleton === this.#listed.skeleton;
  }
  get group(): number | undefined {
    return this.#listed.group;
  }
  get hasDigits(): boolean {
    return this.#listed.hasDigits;
  }
  get isSyllabic(): boolean {
    return this.#listed.isSyllabic;
  }
  get isInitial(): boolean {
    return this.#listed.isInitial;
  }
  get isConsonantal(): boolean {
    return this.#listed.isConsonantal;
  }
  get isCommon(): boolean {
    return this.#listed.isCommon;
  }
  get firstLetter(): number {
    return this.#listed.text.charCodeAt(0);
  }
  get textLength(): number {
    return this.#listed.text.length;
  }
  get foldLength(): number {
    return this.#listed.fold.length;
  }
  get skeletonLength(): number {
    return this.#listed.skeleton.length;
  }

  textEdits(limit: number): number {
    return this.#distance.from(this.#query.text).to(this.#listed.text, limit);
  }
  foldEdits(limit: number): number {
    return this.#distance.from(this.#query.fold).to(this.#listed.fold, limit);
  }
  skeletonEdits(limit: number): number {
    return this.#distance.from(this.#query.skeleton).to(this.#listed.skeleton, limit);
  }
}
