import { alignTokens } from './align-tokens.ts';
import type { Token } from './compared-name.ts';
import type { Reason } from './screening.ts';

/** How much a word that only one side has takes from the score, as a share of its weight. Tuned on sample names. */
export interface Penalties {
  readonly onlyQuery: number;
  readonly onlyListed: number;
}

export const tunedPenalties: Penalties = { onlyQuery: 0.6, onlyListed: 0.5 };

/** Points of each matched word: its weight times its likeness, as a share of all weights. They sum to the score. */
export function scoreName(
  query: readonly Token[],
  listed: readonly Token[],
  penalties: Penalties = tunedPenalties,
): Reason[] {
  const { pairs, unmatchedQuery, unmatchedListed } = alignTokens(query, listed);
  const matched = pairs.reduce((total, pair) => total + weightOf(pair.listed), 0);
  const whole =
    matched +
    penalties.onlyQuery * weightOf(unmatchedQuery) +
    penalties.onlyListed * weightOf(unmatchedListed);
  return pairs.map((pair) => ({
    code: pair.code,
    points: (weightOf(pair.listed) * pair.similarity) / whole,
    detail: pair.listed.map(({ text }) => text).join(' '),
  }));
}

function weightOf(tokens: readonly Token[]): number {
  return tokens.reduce((total, { weight }) => total + weight, 0);
}
