import type { ListGatePolicy } from '../../../domain/lists/accept-list.ts';

/** A gate that lets every list pass which is not empty. */
export const openGate: ListGatePolicy & { readonly sentinels: string[] } = {
  minimumEntries: 1,
  largestLossShare: 1,
  largestGainShare: 1000,
  largestChangedShare: 1,
  largestFactLossShares: { names: 1, countries: 1, birthDates: 1, identifiers: 1 },
  lowestRemarksShare: 0,
  lowestNamesPerParty: 1,
  lowestShares: { countries: 0, birthDates: 0, identifiers: 0 },
  lowestKindShares: { individual: 0, entity: 0, vessel: 0, aircraft: 0 },
  largestSameNameShare: 1,
  sentinels: [],
};
