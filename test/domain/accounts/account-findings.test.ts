import { describe, expect, it } from 'vitest';
import { accountFindings } from '../../../domain/accounts/account-findings.ts';
import type { AccountRecord, PartyRecord } from '../../../domain/accounts/account-record.ts';
import { accountWith, partyRecord, possibleMatch } from './account-with.ts';

const owner = (differing: Partial<PartyRecord> = {}) =>
  partyRecord({ id: 'p_1', kind: 'individual', ...differing });

describe('what a decision is made on', () => {
  it('counts a party that nobody has screened yet as not screened, never as clear', () => {
    const { parties } = accountFindings(accountWith({ customer: partyRecord({ screening: null }) }));
    expect(parties).toMatchObject([{ id: 'c_1', role: 'customer', screening: 'notScreened' }]);
  });

  it('is the parties that are present, in their roles', () => {
    const owners = [owner(), owner({ id: 'p_2', present: false })];
    const { parties } = accountFindings(accountWith({ owners }));
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
    ['an individual', { customer: partyRecord({ kind: 'individual' }) }, true],
  ] as const)('says whether the owners are known: %s', (_name, differing, expected) => {
    expect(accountFindings(accountWith(differing as Partial<AccountRecord>)).ownersKnown).toBe(expected);
  });

  it('has a review only when one has ended', () => {
    expect(accountFindings(accountWith())).not.toHaveProperty('review');
    expect(accountFindings(accountWith(), 'lapsed').review).toBe('lapsed');
  });

  it('includes what listed owners make of the customer, and only where an owner that is present is listed', () => {
    const ownership = [
      {
        ...{ customer: 'c_1', list: 'ofac-sdn', asOf: '2026-11-23', isBlocked: null },
        ...{ minimum: '0', maximum: '1', reasons: [], chains: [] },
      },
    ];
    const found = (differing: Partial<PartyRecord>) =>
      accountFindings(accountWith({ owners: [owner(differing)] }), undefined, ownership).ownership;
    expect(found(possibleMatch)).toEqual(ownership);
    expect(found({ ...possibleMatch, present: false })).toBeUndefined();
    expect(found({})).toBeUndefined();
  });
});
