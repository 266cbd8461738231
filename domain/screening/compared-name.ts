import { foldToken } from './fold-token.ts';

export interface Token {
  readonly text: string;
  readonly fold: string;
  /** Rarity on the list, 0 to 1: what the token tells about who is meant. */
  readonly weight: number;
}

export type WeightOf = (fold: string) => number;

export function tokensOf(tokens: readonly string[], weightOf: WeightOf): Token[] {
  return tokens.map((text) => {
    const fold = foldToken(text);
    return { text, fold, weight: weightOf(fold) };
  });
}
