import { foldWord } from './names/fold-word.ts';

export interface Token {
  readonly text: string;
  readonly fold: string;
  /** Rarity on the list, 0 to 1: what the token tells about who is meant. */
  readonly weight: number;
  /** The letters of the fold, one bit each. */
  readonly letters: number;
  readonly hasDigits: boolean;
}

export type WeightOf = (fold: string) => number;

export function tokensOf(tokens: readonly string[], weightOf: WeightOf): Token[] {
  return tokens.map((text) => {
    const fold = foldWord(text);
    return { text, fold, weight: weightOf(fold), letters: letterBits(fold), hasDigits: /\d/.test(text) };
  });
}

function letterBits(text: string): number {
  let bits = 0;
  for (let index = 0; index < text.length; index += 1) bits |= 1 << (text.charCodeAt(index) - 97);
  return bits;
}
