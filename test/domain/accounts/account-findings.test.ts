import { describe, expect, it } from 'vitest';
import { accountFindings } from '../../../domain/accounts/account-findings.ts';
import type { AccountRecord, PartyRecord } from '../../../domain/accounts/account-record.ts';

const party = (differing: Partial<PartyRecord>): PartyRecord => ({
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
});

const owner = (differing: Partial<PartyRecord> = {}) =>
  party({ id: 'p_1', kind: 'individual', ...differing });

const account = (differing: Partial<AccountRecord> = {}): AccountRecord => ({
  id: 'acct_1',
  revision: 1,
  eventId: 'evt_1',
  openedAt: '2026-03-01T08:00:00.000Z',
  isReseller: false,
  customer: party({}),
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
});

describe('what a decision is made on', () => {
  it('counts a party that nobody has screened yet as not screened, never as clear', () => {
    const { parties } = accountFindings(account({ customer: party({ screening: null }) }));
    expect(parties).toMatchObject([{ id: 'c_1', role: 'customer', screening: 'notScreened' }]);
  });

  it('is the parties that are present, in their roles', () => {
    const owners = [owner(), owner({ id: 'p_2', present: false })];
    const { parties } = accountFindings(account({ owners }));
    expect(parties.map(({ id, role }) => [id, role])).toEqual([
      ['c_1', 'customer'],
      ['p_1', 'owner'],
    ]);
  });

  it.each([
    ['an entity of which nobody said who owns it', {}, false],
    ['an entity whose only owner has gone', { owners: [owner({ present: false })] }, false],
    ['an entity with an owner who was added alone', { owners: [owner()] }, true],
    ['an entity that declared to have none', { ownersSetAt: 1 }, true],
    ['an individual', { customer: party({ kind: 'individual' }) }, true],
  ] as const)('says whether the owners are known: %s', (_name, differing, expected) => {
    expect(accountFindings(account(differing as Partial<AccountRecord>)).ownersKnown).toBe(expected);
  });

  it('has a review only when one has ended', () => {
    expect(accountFindings(account())).not.toHaveProperty('review');
    expect(accountFindings(account(), 'lapsed').review).toBe('lapsed');
  });
});
