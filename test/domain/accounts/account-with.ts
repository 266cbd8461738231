import type { AccountRecord, PartyRecord } from '../../../domain/accounts/account-record.ts';
import type { StatedHolding } from '../../../domain/accounts/stated-holdings.ts';

/** A foreign entity, screened and clear. */
export function partyRecord(differing: Partial<PartyRecord> = {}): PartyRecord {
  return {
    id: 'c_1',
    kind: 'entity',
    sequence: 1,
    present: true,
    personStatus: 'foreign',
    missingFields: [],
    identity: 'verified',
    country: 'FR',
    screening: { outcome: 'clear', listDigest: 'd', matcherVersion: 'm', determination: 'k' },
    ...differing,
  };
}

/** The account of a company, before it is decided. */
export function accountWith(differing: Partial<AccountRecord> = {}): AccountRecord {
  return {
    id: 'acct_1',
    revision: 1,
    eventId: 'evt_1',
    openedAt: '2026-03-01T08:00:00.000Z',
    isReseller: false,
    customer: partyRecord(),
    owners: [],
    ownersSetAt: 0,
    inScope: true,
    scopeBecause: 'foreignCustomer',
    concerns: [],
    status: 'pending',
    permission: 'none',
    reasons: [],
    openCase: null,
    ...differing,
  };
}

/** A share in the customer, or in another owner. */
export function holds(
  share: string,
  of: string | null = null,
  differing: Partial<StatedHolding> = {},
): StatedHolding {
  return { of, minimum: share, maximum: share, from: null, to: null, hasControl: false, ...differing };
}

export const possibleMatch: Partial<PartyRecord> = {
  kind: 'individual',
  screening: { outcome: 'possibleMatch', listDigest: 'd', matcherVersion: 'm', determination: 'k' },
};
