import type { RiskLevel } from '../verification/plan/risk-factors.ts';
import { verificationPlan, type PlanTerms } from '../verification/plan/verification-plan.ts';
import { presentParties, type AccountRecord, type PartyRecord } from './account-record.ts';

type Assessed = Pick<AccountRecord, 'customer' | 'owners' | 'unresolvedOwners' | 'concerns'>;

/**
 * The risk of an account from what its record holds, which decides how soon it is verified again. Ratings of countries
 * and products and the means of payment are not in it: they count as not known, which weighs more than the ordinary.
 */
export function accountRisk(account: Assessed, terms: PlanTerms): RiskLevel {
  const parties = presentParties(account).map((party) => {
    const isCustomer = party.id === account.customer?.id;
    return {
      id: party.id,
      role: isCustomer ? ('customer' as const) : ('owner' as const),
      kind: party.kind,
      personStatus: party.personStatus,
      countryRisk: null,
      ...layersOf(party, isCustomer ? account : null),
      paymentMeans: null,
      priorConcerns: account.concerns,
    };
  });
  return verificationPlan({ parties, productRisk: null }, terms).level;
}

/** Owners are named of the customer alone: who is behind an owner that is a company is not known. */
function layersOf({ kind }: PartyRecord, ofCustomer: Assessed | null) {
  if (kind === 'individual') return { ownershipDepth: 0, unresolvedLayers: 0 };
  const unresolvedLayers = ofCustomer?.unresolvedOwners?.length ?? null;
  return { ownershipDepth: ofCustomer?.owners.some(({ present }) => present) ? 1 : null, unresolvedLayers };
}
