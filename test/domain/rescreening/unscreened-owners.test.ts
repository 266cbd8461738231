import { describe, expect, it } from 'vitest';
import type { AccountRecord, PartyRecord } from '../../../domain/accounts/account-record.ts';
import { shardsToCheck, unscreenedParties } from '../../../domain/rescreening/unscreened-owners.ts';
import { aPlan, basis, shardResult } from './rescreening-samples.ts';

const screenedWith = (indexDigest: string): PartyRecord['screening'] => ({
  ...{ outcome: 'clear', determination: 'd', indexDigest },
  ...{ listDigest: basis.listDigest, matcherVersion: basis.matcherVersion, threshold: basis.threshold },
});
const party = (id: string, screening: PartyRecord['screening']): PartyRecord => ({
  ...{ id, kind: 'individual', sequence: 1, present: true, personStatus: 'foreign', missingFields: [] },
  ...{ identity: 'verified', country: 'AT', screening },
});
const account = (openedAt: string, ...owners: PartyRecord[]): AccountRecord => ({
  ...{ id: 'acct_1', revision: 3, eventId: 'evt_1', openedAt, isReseller: false, customer: null, owners },
  ...{ ownersSetAt: 1, inScope: true, scopeBecause: 'foreignCustomer', concerns: [], status: 'verified' },
  ...{ permission: 'full', reasons: [], openCase: null },
});
const before = '2026-01-01T00:00:00.000Z';
const during = '2026-03-02T03:40:00.000Z';
const earlier = screenedWith('e'.repeat(64));
const own = screenedWith(basis.indexDigest);

describe('a party of the records without a result', () => {
  it.each<[string, AccountRecord, string[] | null]>([
    ['that was there before', account(before, party('p', earlier)), ['q']],
    ['whose whole account is in no result', account(before, party('p', earlier)), null],
    [
      'of an account that is in no result, whatever it was screened with',
      account(before, party('p', own)),
      null,
    ],
  ])('%s is missing', (_which, of, screened) => {
    expect(unscreenedParties(aPlan(), of, screened && new Set(screened)).map(({ id }) => id)).toEqual(['p']);
  });

  it.each<[string, AccountRecord, string[] | null]>([
    ['came while the run was on, with its account', account(during, party('p', own)), null],
    ['was added meanwhile and screened with the same index', account(before, party('p', own)), ['q']],
    ['is about to be screened for the first time', account(before, party('p', null)), null],
    ['was removed', account(before, { ...party('p', earlier), present: false }), null],
  ])('that %s is not', (_which, of, screened) => {
    expect(unscreenedParties(aPlan(), of, screened && new Set(screened))).toEqual([]);
  });
});

describe('the shards that are checked', () => {
  const written = (digest: string) =>
    Array.from({ length: 256 }, (_, at) => shardResult(at.toString(16).padStart(2, '0'), { sha256: digest }));

  it('are all of a small book', () => {
    expect(shardsToCheck([shardResult('b'), shardResult('a')])).toEqual(['a', 'b']);
  });

  it('are 64 of a large one, which nobody knows before the results are there', () => {
    const chosen = shardsToCheck(written('c'.repeat(64)));
    expect(new Set(chosen).size).toBe(64);
    expect(shardsToCheck(written('d'.repeat(64)))).not.toEqual(chosen);
  });
});
