import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import type { RescreeningRecord } from '../../adapters/records/rescreening-store.ts';
import type { AccountRecord, PartyRecord } from '../../domain/accounts/account-record.ts';
import type { OwnerResult } from '../../domain/rescreening/owner-result.ts';
import { accountHash, hashPrefixOf, shardsOf } from '../../domain/rescreening/owner-shard.ts';
import { RescreeningIncompleteError } from '../../domain/rescreening/rescreening-errors.ts';
import { countResults } from '../../domain/rescreening/run-manifest.ts';
import { closeRescreening } from '../../lambdas/close-rescreening/close-rescreening.ts';
import { aPlan } from '../domain/rescreening/rescreening-samples.ts';
import { InMemoryTransactions } from '../support/in-memory-transactions.ts';

const plan = aPlan();
const ids = Array.from({ length: 40 }, (_, place) => `acct_${place}`);

const party = (id: string): PartyRecord => ({
  ...{ id, kind: 'individual', sequence: 1, present: true, personStatus: 'foreign', missingFields: [] },
  ...{ identity: 'verified', country: 'AT' },
  screening: { outcome: 'clear', listDigest: 'f'.repeat(64), matcherVersion: 'words-1', determination: 'd' },
});
const account = (id: string): AccountRecord => ({
  ...{ id, revision: 3, eventId: 'evt_1', openedAt: '2026-01-01T00:00:00.000Z', isReseller: false },
  ...{ customer: party('customer'), owners: [party('owner')], ownersSetAt: 1, inScope: true },
  ...{ scopeBecause: 'foreignCustomer', concerns: [], status: 'verified', permission: 'full' },
  ...{ reasons: [], openCase: null },
});
const resultsOf = (id: string): OwnerResult[] =>
  ['customer', 'owner'].map((each) => ({ account: id, party: each, sequence: 1, outcome: 'clear' }));

/** A run over 40 accounts that is about to be closed, with the results given. */
function closing(results: readonly OwnerResult[]) {
  const records = new InMemoryTransactions();
  const stored: string[] = [];
  const inShard = (id: string, shard: string) => accountHash(id).startsWith(hashPrefixOf(shard));
  const of = (shard: string) => results.filter((result) => inShard(result.account, shard));
  const close = closeRescreening({
    results: {
      read: (_plan, shard) => Promise.resolve(of(shard)),
      written: () =>
        Promise.resolve(
          shardsOf(plan.digits).map((shard) => ({
            ...{ shard, ...countResults(of(shard)), sha256: 'c'.repeat(64) },
          })),
        ),
    },
    accounts: async function* (hashPrefix) {
      for (const id of ids)
        if (accountHash(id).startsWith(hashPrefix)) yield await Promise.resolve(account(id));
    },
    rescreenings: {
      last: () => Promise.resolve(null),
      load: (id) => Promise.resolve(records.load('rescreening', id) as RescreeningRecord | null),
      put: (record) => [records.put('rescreening', record.runId, 1, record)],
    },
    store: (prefix) => {
      stored.push(prefix);
      return Promise.resolve();
    },
    commit: records.commit,
    now: () => new Date('2026-03-02T04:00:00Z'),
  });
  return { close: () => close({ plan }), records, stored };
}

describe('closing a run', () => {
  it('counts it, stores its manifest and enters it when every owner of the records has a result', async () => {
    const { close, records, stored } = closing(ids.flatMap(resultsOf));
    expect(await close()).toMatchObject({ runId: plan.runId, owners: 80 });
    expect(stored).toEqual([`rescreening/2026/${plan.runId}`]);
    expect(records.entries).toMatchObject([{ action: 'owners.rescreened' }]);
  });

  it('a second time gives the answer of the first and changes nothing', async () => {
    const { close, records, stored } = closing(ids.flatMap(resultsOf));
    expect(await close()).toEqual(await close());
    expect([stored.length, records.entries.length]).toEqual([1, 1]);
  });

  it.each([
    [
      'an owner',
      ids.flatMap(resultsOf).filter(({ account: id, party: of }) => id !== 'acct_7' || of !== 'owner'),
      1,
    ],
    ['a whole account', ids.filter((id) => id !== 'acct_7').flatMap(resultsOf), 2],
  ])(
    'fails, naming the account, when %s of the records is in no result, and leaves nothing',
    async (_what, results, missing) => {
      const { close, records, stored } = closing(results);
      const refusal = await close().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(RescreeningIncompleteError);
      expect(String(refusal)).toContain(`account acct_7 has ${missing} parties without a result`);
      expect([stored, records.entries, records.all('rescreening')]).toEqual([[], [], []]);
    },
  );
});
