import fc from 'fast-check';
import type { PlanFacts, PlanParty } from '../../../../domain/verification/plan/risk-factors.ts';
import { riskRatings } from '../../../../domain/verification/plan/risk-factors.ts';

/** Nothing is known against it but that it is foreign. */
export const ordinary: PlanParty = {
  id: 'p_1',
  role: 'customer',
  kind: 'individual',
  personStatus: 'foreign',
  countryRisk: 'ordinary',
  ownershipDepth: 0,
  unresolvedLayers: 0,
  paymentMeans: 'card',
  priorConcerns: [],
};

const rating = fc.constantFrom(...riskRatings, null);
const count = fc.option(fc.integer({ min: 0, max: 8 }), { nil: null });

const party = fc.record({
  role: fc.constantFrom('customer', 'owner', 'signatory'),
  kind: fc.constantFrom('individual', 'entity'),
  personStatus: fc.constantFrom('us', 'foreign', 'undetermined'),
  countryRisk: rating,
  ownershipDepth: count,
  unresolvedLayers: count,
  paymentMeans: fc.constantFrom('card', 'bankTransfer', 'wallet', 'invoice', 'other', null),
  priorConcerns: fc.subarray(['previouslyRefused', 'reviewOvertaken', 'reviewLapsed']),
});

/** Facts about a few parties, each with an id of its own. */
export const anyFacts: fc.Arbitrary<PlanFacts> = fc.record({
  parties: fc
    .array(party, { minLength: 1, maxLength: 6 })
    .map((parties) => parties.map((facts, at): PlanParty => ({ id: `p_${at}`, ...facts }))),
  productRisk: rating,
});
