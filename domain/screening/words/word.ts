import { equivalentsOf } from '../names/equivalents.ts';
import { foldWord } from '../names/fold-word.ts';
import type { NameWord, WordRole } from '../names/normalised-name.ts';
import { skeletonOf } from '../names/skeleton.ts';
import type { WeightOf } from './word-weights.ts';

/** A word of a name with all that it is compared by. */
export interface Word {
  readonly text: string;
  /** See `foldWord`. */
  readonly fold: string;
  /** See `skeletonOf`. */
  readonly skeleton: string;
  /** Group of names that are one name in several languages. */
  readonly group: number | undefined;
  /** 0 to 1: what it tells about who is meant. */
  readonly weight: number;
  /** Stands in so many names that it is nobody's misspelling. */
  readonly isCommon: boolean;
  /** A number, Roman ones included. */
  readonly hasDigits: boolean;
  /** Legal form, title or particle: too common to be looked up by. */
  readonly isMinor: boolean;
  /** One letter that may stand for a name. */
  readonly isInitial: boolean;
  readonly isConsonantal: boolean;
  /** Came syllable by syllable from Han, Hangul or Kana: nobody mistypes a letter there, and many names sound alike. */
  readonly isSyllabic: boolean;
}

/** Part of a word's weight that counts. What is not a name is often left out, added or abbreviated. */
const shares: Readonly<Record<WordRole, number>> = { name: 1, particle: 0.2, legalForm: 0.1, title: 0.1 };

/** Below this a word stands in seven names of forty thousand, or more. */
const commonWeight = 0.81;

/** A word as it was read. */
export class ReadWord implements Word {
  readonly text: string;
  readonly fold: string;
  readonly group: number | undefined;
  readonly weight: number;
  readonly isCommon: boolean;
  readonly hasDigits: boolean;
  readonly isMinor: boolean;
  readonly isInitial: boolean;
  readonly isConsonantal: boolean;
  readonly isSyllabic: boolean;
  #skeleton: string | undefined;

  constructor({ text, role, isConsonantal }: NameWord, isSyllabic: boolean, weightOf: WeightOf) {
    this.text = text;
    this.fold = foldWord(text);
    const weight = weightOf(this.fold);
    this.group = equivalentsOf(text, this.fold);
    this.weight = weight * shares[role];
    this.isCommon = weight < commonWeight;
    this.hasDigits = /\d|^(?:ii|iii|iv|vii|viii|ix|xii|xiii)$/.test(text);
    this.isMinor = role !== 'name';
    this.isInitial = isInitial(text, this);
    this.isConsonantal = isConsonantal;
    this.isSyllabic = isSyllabic;
  }

  /** Made when somebody asks, which only scripts without vowels do. */
  get skeleton(): string {
    return (this.#skeleton ??= skeletonOf(this.text));
  }
}

export function isInitial(
  text: string,
  { isMinor, hasDigits }: Pick<Word, 'isMinor' | 'hasDigits'>,
): boolean {
  return text.length === 1 && !isMinor && !hasDigits;
}

/** Tells words of the same letters apart: two of one kind and spelling compare alike. */
export function wordKind({ role, isConsonantal }: NameWord, isSyllabic: boolean): number {
  return roles.indexOf(role) * 4 + (isConsonantal ? 2 : 0) + (isSyllabic ? 1 : 0);
}

const roles: readonly WordRole[] = ['name', 'particle', 'legalForm', 'title'];

const syllables = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function isSyllabicName(name: string): boolean {
  return syllables.test(name);
}

/** More are not compared: a name has fewer, and their places fit one machine word. */
export const mostWords = 30;

export function totalWeight(words: readonly Word[]): number {
  let total = 0;
  for (const { weight } of words) total += weight;
  return total;
}
