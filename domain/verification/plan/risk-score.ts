import type { VerificationTerms } from '../../policy/verification-terms.ts';
import {
  factorCounts,
  type PlanParty,
  type RiskFactorCode,
  type RiskLevel,
  type RiskRating,
} from './risk-factors.ts';

export interface WeighedFactor {
  readonly code: RiskFactorCode;
  readonly points: number;
  /** The pack's own words. */
  readonly because: string;
}

export interface RiskScore {
  /** The sum of the factors' points. */
  readonly score: number;
  readonly level: RiskLevel;
  /** Those that hold and weigh something, in the pack's order. */
  readonly factors: readonly WeighedFactor[];
}

export type RiskTerms = Pick<VerificationTerms, 'factors' | 'levels'>;

/** Adds up what the pack gives for each factor that holds of the party. */
export function scoreRisk(party: PlanParty, productRisk: RiskRating, terms: RiskTerms): RiskScore {
  const counts = factorCounts(party, productRisk);
  const factors = terms.factors
    .map(({ code, weight, timesAtMost, because }) => ({
      code,
      points: weight * Math.min(counts[code] ?? 0, timesAtMost),
      because,
    }))
    .filter(({ points }) => points > 0);
  const score = factors.reduce((sum, { points }) => sum + points, 0);
  return { score, level: levelAt(score, terms.levels), factors };
}

function levelAt(score: number, { medium, high }: RiskTerms['levels']): RiskLevel {
  if (score >= high) return 'high';
  return score >= medium ? 'medium' : 'low';
}
