import type { VerificationTerms } from '../../policy/verification-terms.ts';
import type { MethodCategory } from '../method-result.ts';
import { riskLevels, type PlanFacts, type PlanParty, type RiskLevel } from './risk-factors.ts';
import { scoreRisk, type RiskScore } from './risk-score.ts';

/** One check that is owed: any one of the methods has to pass. */
export interface PlannedCheck {
  readonly category: MethodCategory;
  readonly anyOf: readonly string[];
  /** The level of risk from which the pack asks for it. */
  readonly from: RiskLevel;
  /** Codes of the factors that brought the party to this level; empty: everybody owes it. */
  readonly because: readonly string[];
}

export interface PartyPlan extends RiskScore {
  readonly party: string;
  readonly role: PlanParty['role'];
  /** US persons owe no verification (DEF-09); whoever is undetermined owes it as a foreign person does. */
  readonly isOwed: boolean;
  readonly checks: readonly PlannedCheck[];
}

export interface VerificationPlan {
  /** Of the riskiest party; nobody's plan without parties is high, as nobody has looked. */
  readonly level: RiskLevel;
  readonly score: number;
  /** In order of id. */
  readonly parties: readonly PartyPlan[];
}

export type PlanTerms = Pick<VerificationTerms, 'factors' | 'levels' | 'checks'>;

/** Which methods for whom. The same facts give the same plan, in whatever order they come. */
export function verificationPlan({ parties, productRisk }: PlanFacts, terms: PlanTerms): VerificationPlan {
  const plans = parties
    .map((party) => planFor(party, scoreRisk(party, productRisk, terms), terms))
    .sort((a, b) => (a.party < b.party ? -1 : 1));
  const levels = plans.map(({ level }) => level);
  return {
    level: [...riskLevels].reverse().find((level) => levels.includes(level)) ?? 'high',
    score: Math.max(0, ...plans.map(({ score }) => score)),
    parties: plans,
  };
}

function planFor(party: PlanParty, risk: RiskScore, { checks }: PlanTerms): PartyPlan {
  const isOwed = party.personStatus !== 'us';
  const reached = riskLevels.indexOf(risk.level);
  const owed = checks.filter(
    ({ appliesTo, from }) => isOwed && appliesTo.includes(party.kind) && riskLevels.indexOf(from) <= reached,
  );
  const codes = risk.factors.map(({ code }) => code);
  return {
    ...risk,
    party: party.id,
    role: party.role,
    isOwed,
    checks: owed.map(({ category, anyOf, from }) => ({
      category,
      anyOf: [...anyOf],
      from,
      because: from === 'low' ? [] : codes,
    })),
  };
}
