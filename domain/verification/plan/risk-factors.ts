import { paymentMeans } from '../../identity/party.ts';
import type { PersonStatus } from '../../identity/determine-person-status.ts';
import type { PersonKind } from '../../identity/person-facts.ts';

export const riskLevels = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** How a place or a product is rated by the policies of the day; `null`: nobody could tell. */
export const riskRatings = ['ordinary', 'elevated', 'high'] as const;
export type RiskRating = (typeof riskRatings)[number] | null;

/** What makes somebody riskier to take on unseen. What is not known has factors of its own. */
export const riskFactorCodes = [
  'kindEntity',
  'statusForeign',
  'statusUndetermined',
  'countryElevated',
  'countryHigh',
  'countryUnknown',
  'ownershipLayer',
  'ownershipUnknown',
  'unresolvedLayer',
  'paymentWallet',
  'paymentUntraced',
  'paymentUnknown',
  'productElevated',
  'productHigh',
  'productUnknown',
  'priorConcern',
] as const;
export type RiskFactorCode = (typeof riskFactorCodes)[number];

/** What the plan is made from: codes and numbers, nobody's name. */
export interface PlanParty {
  readonly id: string;
  readonly role: 'customer' | 'owner' | 'signatory';
  readonly kind: PersonKind;
  readonly personStatus: PersonStatus;
  /** The riskiest of the countries that the party is connected with. */
  readonly countryRisk: RiskRating;
  /** How many layers of entities lie between this party and those behind it; 0 for an individual. */
  readonly ownershipDepth: number | null;
  /** How many of these layers nobody could resolve. */
  readonly unresolvedLayers: number | null;
  /** Of a customer; `null`: not known. */
  readonly paymentMeans: (typeof paymentMeans)[number] | null;
  /** Codes of earlier concerns, in any order. */
  readonly priorConcerns: readonly string[];
}

export interface PlanFacts {
  readonly parties: readonly PlanParty[];
  /** Of what the account wants to use. */
  readonly productRisk: RiskRating;
}

/** How often each factor holds of the party; one that is left out does not. */
export function factorCounts(
  party: PlanParty,
  productRisk: RiskRating,
): Partial<Record<RiskFactorCode, number>> {
  const when = (holds: boolean) => (holds ? 1 : 0);
  const { kind, personStatus, countryRisk, ownershipDepth, unresolvedLayers } = party;
  return {
    kindEntity: when(kind === 'entity'),
    statusForeign: when(personStatus === 'foreign'),
    statusUndetermined: when(personStatus === 'undetermined'),
    countryElevated: when(countryRisk === 'elevated'),
    countryHigh: when(countryRisk === 'high'),
    countryUnknown: when(countryRisk === null),
    // One layer of owners is what any company has.
    ownershipLayer: Math.max(0, (ownershipDepth ?? 1) - 1),
    ownershipUnknown: when(ownershipDepth === null || unresolvedLayers === null),
    unresolvedLayer: unresolvedLayers ?? 0,
    ...(party.role === 'customer' ? paymentCounts(party) : {}),
    productElevated: when(productRisk === 'elevated'),
    productHigh: when(productRisk === 'high'),
    productUnknown: when(productRisk === null),
    priorConcern: new Set(party.priorConcerns).size,
  };
}

function paymentCounts({ paymentMeans: means }: PlanParty): Partial<Record<RiskFactorCode, number>> {
  switch (means) {
    case 'wallet':
      return { paymentWallet: 1 };
    case 'invoice':
    case 'other':
      return { paymentUntraced: 1 };
    case 'card':
    case 'bankTransfer':
      return {};
    case null:
      return { paymentUnknown: 1 };
  }
}
