import '../support/quiet-functions.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FactsStore, OwnerFacts } from '../../adapters/owner-book/facts-store.ts';
import type { AccountRecord, PartyRecord } from '../../domain/accounts/account-record.ts';
import type { OwnerResult } from '../../domain/rescreening/owner-result.ts';
import type { Screener } from '../../domain/screening/screening.ts';
import { rescreenShard, type Dependencies } from '../../lambdas/rescreen-shard/rescreen-shard.ts';
import { foreignPerson } from '../support/account-samples.ts';
import { InMemoryRecords } from '../support/in-memory-records.ts';
import { aPlan, basis } from '../domain/rescreening/rescreening-samples.ts';

let records: InMemoryRecords;
let written: Map<string, readonly OwnerResult[]>;
let book: Map<string, readonly OwnerFacts[]>;
let asked: string[];
let screened: string[];

beforeEach(() => {
  records = new InMemoryRecords();
  written = new Map();
  book = new Map();
  asked = [];
  screened = [];
});

const party = (id: string): PartyRecord => ({
  ...{ id, kind: 'individual', sequence: 1, present: true, personStatus: 'foreign', missingFields: [] },
  ...{ identity: 'verified', country: 'AT' },
  screening: { outcome: 'clear', listDigest: 'f'.repeat(64), matcherVersion: 'words-2', determination: 'd' },
});

const account = (id: string, ...parties: string[]): AccountRecord => ({
  ...{ id, revision: 3, eventId: 'evt_1', openedAt: '2026-01-01T00:00:00.000Z', isReseller: false },
  ...{ customer: party(`${id}-c`), owners: parties.map(party), ownersSetAt: 1, inScope: true },
  ...{ scopeBecause: 'foreignCustomer', concerns: [], status: 'verified', permission: 'full' },
  ...{ reasons: [], openCase: null },
});

/** Finds whoever has "Listed" in the name, and notes whom it was asked about. */
const screener: Screener = {
  ...basis,
  screen: (query) => {
    screened.push(query.name ?? '');
    const proof = { ...basis, queryDigest: '' };
    if (!query.name?.includes('Listed')) return { outcome: 'clear', ...proof };
    const matches = [{ list: 'ofac-sdn', entryId: '1', name: 'LISTED', score: 0.9, reasons: [] }];
    return { outcome: 'possibleMatch', ...proof, matches };
  },
};

const digestOf = (run: string): string => `digest of ${run}`;
const copyOf = (made: readonly OwnerResult[] | null) => made && [...made];

function step(accounts: readonly AccountRecord[], overrides: Partial<Dependencies> = {}) {
  const at = (run: string, shard: string) => written.get(`${run}/${shard}`) ?? null;
  const results: Dependencies['results'] = {
    read: ({ runId }, shard) => Promise.resolve(copyOf(at(runId, shard))),
    base: (run, shard, sha256) => Promise.resolve(sha256 === digestOf(run) ? copyOf(at(run, shard)) : null),
    write: ({ runId }, shard, made) => {
      if (!at(runId, shard)) written.set(`${runId}/${shard}`, made);
      return Promise.resolve();
    },
  };
  const facts: FactsStore = {
    read: (shard) => Promise.resolve(book.has(shard) ? [...(book.get(shard) ?? [])] : null),
    write: (shard, made) => {
      book.set(shard, made);
      return Promise.resolve();
    },
  };
  return rescreenShard({
    accounts: async function* () {
      for (const each of accounts) yield await Promise.resolve(each);
    },
    ...{ parties: records.parties, determinations: records.determinations, facts, results },
    ...{ dispositions: records.dispositions, now: () => new Date('2026-03-02T04:00:00Z') },
    shardDigests: ({ key }) => Promise.resolve(new Map([['all', digestOf(key)]])),
    indexes: () => Promise.resolve({ full: screener, delta: null, touched: new Set<string>() }),
    matcherVersion: basis.matcherVersion,
    ask: (id) => {
      asked.push(id);
      return Promise.resolve();
    },
    ...overrides,
  });
}

async function known(accountId: string, partyId: string, name: string): Promise<void> {
  await records.parties.save({ accountId, partyId, sequence: 1 }, 'evt_1', foreignPerson(partyId, { name }));
}

const input = (overrides: Parameters<typeof aPlan>[0] = {}) => ({
  plan: aPlan({ digits: 0, ...overrides }),
  shard: 'all',
});

describe('a shard', () => {
  it('gives every party that an account names today one result, and asks again where it changed', async () => {
    await known('a', 'a-c', 'Vroni Quastenhuber');
    await known('a', 'o', 'Listed Person');
    expect(await step([account('a', 'o')])(input())).toEqual({ shard: 'all', owners: 2, changed: 1 });
    expect(written.get('run-1/all')?.map(({ party: id, outcome }) => [id, outcome])).toEqual([
      ['a-c', 'clear'],
      ['o', 'possibleMatch'],
    ]);
    expect(asked).toEqual(['a']);
  });

  it('keeps the first results at a second attempt, and asks for the same again', async () => {
    await known('a', 'a-c', 'Listed Person');
    await step([account('a')])(input());
    const first = written.get('run-1/all');
    expect(await step([])(input())).toEqual({ shard: 'all', owners: 1, changed: 1 });
    expect(written.get('run-1/all')).toBe(first);
    expect(asked).toEqual(['a', 'a']);
  });

  it('looks again only at whom the run before has no result of', async () => {
    await known('a', 'a-c', 'Vroni Quastenhuber');
    await step([account('a')])(input());
    await known('b', 'b-c', 'Somebody Else');
    screened = [];
    const manifest = { key: 'run-1', sha256: 'c'.repeat(64) };
    const base = { runId: 'run-1', deltaIndexDigest: null, manifest };
    await step([account('a'), account('b')])(
      input({ runId: 'run-2', mode: 'delta', because: 'daily', base }),
    );
    expect(screened).toEqual(['Somebody Else']);
    expect(written.get('run-2/all')).toHaveLength(2);
  });

  it('screens everybody in full where the run before has results that its manifest does not name', async () => {
    await known('a', 'a-c', 'Vroni Quastenhuber');
    written.set('run-1/all', [{ account: 'a', party: 'a-c', sequence: 1, outcome: 'clear' }]);
    const manifest = { key: 'another', sha256: 'c'.repeat(64) };
    const base = { runId: 'run-1', deltaIndexDigest: null, manifest };
    await step([account('a')])(input({ runId: 'run-2', mode: 'delta', because: 'daily', base }));
    expect(screened).toEqual(['Vroni Quastenhuber']);
  });

  it('keeps its facts in the book, and drops those of a party that the records no longer name', async () => {
    await known('a', 'a-c', 'Vroni Quastenhuber');
    await known('a', 'o', 'Somebody Else');
    await step([account('a', 'o')])(input());
    expect(book.get('all')?.map(({ party: id }) => id)).toEqual(['a-c', 'o']);
    await step([account('a')])(input({ runId: 'run-2' }));
    expect(book.get('all')?.map(({ party: id }) => id)).toEqual(['a-c']);
  });

  it('never calls an owner clear whose facts cannot be read, and asks again', async () => {
    await step([account('a')])(input());
    expect(written.get('run-1/all')).toEqual([
      {
        account: 'a',
        party: 'a-c',
        sequence: 1,
        outcome: 'notScreened',
        because: 'factsMissing',
        changed: true,
      },
    ]);
    expect(asked).toEqual(['a']);
  });

  it('asks again when a listed party says something else now, unless the account was decided on just that', async () => {
    await known('a', 'a-c', 'Listed Person');
    const touched = new Set(['ofac-sdn/1']);
    const indexes = () => Promise.resolve({ full: screener, delta: null, touched });
    const matchedBy = (indexDigest: string): AccountRecord => {
      const before = account('a');
      const { listDigest, matcherVersion, threshold } = basis;
      const outcome = 'possibleMatch' as const;
      const screening = { outcome, listDigest, matcherVersion, threshold, indexDigest, determination: 'd' };
      return { ...before, customer: { ...party('a-c'), screening } };
    };
    const body = { parties: [{ id: 'a-c', screening: { matches: [{ list: 'ofac-sdn', entryId: '1' }] } }] };
    records.set('determination', 'a#screening#d', { body });
    await step([matchedBy('e'.repeat(64))], { indexes })(input());
    expect(asked).toEqual(['a']);
    await step([matchedBy(basis.indexDigest)], { indexes })(input({ runId: 'run-2' }));
    expect(asked).toEqual(['a']);
  });

  it.each([
    { when: 'was released', state: 'released', until: '2027-01-01', expected: ['a'] },
    { when: 'has expired', state: 'confirmed', until: '2026-03-01', expected: ['a'] },
    { when: 'holds', state: 'confirmed', until: '2026-03-02', expected: [] },
  ] as const)(
    'asks again about whom a disposition had cleared that $when',
    async ({ state, until, expected }) => {
      await known('a', 'a-c', 'Listed Person');
      const cleared: AccountRecord = account('a');
      const screening = {
        ...party('a-c').screening,
        outcome: 'clear',
        determination: 'd',
        dispositions: ['dsp_1'],
      };
      const customer = { ...party('a-c'), screening } as PartyRecord;
      const body = { parties: [{ id: 'a-c', screening: { matches: [{ list: 'ofac-sdn', entryId: '1' }] } }] };
      records.set('determination', 'a#screening#d', { body });
      records.set('dispositions', 'a#a-c', { accountId: 'a', partyId: 'a-c', revision: 1, ids: ['dsp_1'] });
      records.set('disposition', 'dsp_1', { id: 'dsp_1', state, until });
      await step([{ ...cleared, customer }])(input());
      expect(asked).toEqual(expected);
    },
  );

  it('refuses a plan that was made for another matcher', async () => {
    const replaced = step([account('a')], { matcherVersion: 'words-3' })(input());
    await expect(replaced).rejects.toMatchObject({ name: 'MatcherReplacedError' });
    expect(written.size).toBe(0);
  });
});
