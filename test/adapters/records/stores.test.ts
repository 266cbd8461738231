import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { accountStore, type AccountStore } from '../../../adapters/records/account-store.ts';
import { caseStore, type CaseStore } from '../../../adapters/records/case-store.ts';
import { determinationStore } from '../../../adapters/records/determination-store.ts';
import { outboxStore } from '../../../adapters/records/outbox-store.ts';
import { sequenceClaims } from '../../../adapters/records/sequence-claims.ts';
import { partyReader, partyWriter } from '../../../adapters/records/party-store.ts';
import { reasonStore } from '../../../adapters/records/reason-store.ts';
import { reportStore } from '../../../adapters/records/report-store.ts';
import { commit, type TransactionItem } from '../../../adapters/records/transaction.ts';
import { kmsEnvelope } from '../../../adapters/sealing/envelope.ts';
import type { AccountRecord } from '../../../domain/accounts/account-record.ts';
import type { CaseRecord } from '../../../domain/cases/case-record.ts';
import {
  ConcurrentChangeError,
  RecordMissingError,
  SequenceConflictError,
  StoredRecordInvalidError,
} from '../../../domain/errors/kyc-error.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { individual } from '../../support/account-events.ts';
import { collected } from '../../support/collected.ts';
import { embeddedStores, recordsTable, type EmbeddedStores } from '../embedded-stores.ts';

let stores: EmbeddedStores;
let accounts: AccountStore;
let cases: CaseStore;

beforeAll(async () => {
  stores = await embeddedStores();
  accounts = accountStore(stores.documents, recordsTable);
  cases = caseStore(stores.documents, recordsTable);
});
afterAll(() => stores.close());

const write = (...items: TransactionItem[]) => commit(stores.documents, 'this', items);

function account(id: string, revision = 1): AccountRecord {
  return {
    id,
    revision,
    eventId: 'evt_1',
    openedAt: '2026-03-01T08:00:00.000Z',
    isReseller: false,
    customer: null,
    owners: [],
    ownersSetAt: 0,
    inScope: true,
    scopeBecause: 'customerUnknown',
    concerns: [],
    status: 'pending',
    permission: 'none',
    reasons: [],
    openCase: null,
  };
}

function reviewCase(id: string, differing: Partial<CaseRecord> = {}): CaseRecord {
  return {
    id,
    revision: 1,
    accountId: 'acct_1',
    eventId: 'evt_1',
    state: 'opened',
    reasons: ['possibleMatch:p_1'],
    openedAt: '2026-03-01T08:00:00.000Z',
    dueAt: '2026-03-04T08:00:00.000Z',
    proposal: null,
    verdicts: [],
    taskToken: null,
    released: false,
    ...differing,
  };
}

describe('accounts', () => {
  it('are read as they were written', async () => {
    await write(accounts.put(account('acct_read')));
    expect(await accounts.load('acct_read')).toEqual(account('acct_read'));
    expect(await accounts.load('acct_none')).toBeNull();
  });

  it('take each revision once, and only upon the one before', async () => {
    await write(accounts.put(account('acct_rev')));
    await expect(write(accounts.put(account('acct_rev')))).rejects.toBeInstanceOf(ConcurrentChangeError);
    await expect(write(accounts.put(account('acct_rev', 3)))).rejects.toBeInstanceOf(ConcurrentChangeError);
    await write(accounts.put(account('acct_rev', 2)));
    expect((await accounts.load('acct_rev'))?.revision).toBe(2);
  });

  it('are all in the book, once each, over its shards', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `acct_book_${index}`);
    for (const id of ids) await write(accounts.put(account(id)));
    const read = (await collected(accounts.all())).map(({ id }) => id);
    expect(read.filter((id) => ids.includes(id)).sort()).toEqual(ids.sort());
  });

  it('of a shape this version does not read are refused by record and field, without the value', async () => {
    const Item = {
      pk: 'account#acct_odd',
      sk: 'state',
      account: { ...account('acct_odd'), status: 'Zebulon' },
    };
    await stores.documents.send(new PutCommand({ TableName: recordsTable, Item }));
    await expect(accounts.load('acct_odd')).rejects.toThrow(StoredRecordInvalidError);
    await expect(accounts.load('acct_odd')).rejects.toThrow(
      'account acct_odd does not have the stored shape this version reads: /status: invalid_value',
    );
  });
});

describe('cases', () => {
  const idsOf = async (stream: AsyncIterable<CaseRecord>) => (await collected(stream)).map(({ id }) => id);

  it('wait for a person soonest due first', async () => {
    await write(cases.put(reviewCase('case_later', { dueAt: '2026-03-09T08:00:00.000Z' })));
    await write(cases.put(reviewCase('case_soon', { dueAt: '2026-03-02T08:00:00.000Z' })));
    const waiting = await idsOf(cases.waiting());
    expect(waiting.indexOf('case_soon')).toBeLessThan(waiting.indexOf('case_later'));
  });

  it('move from the book of those that wait to the book of those to release, and out of it', async () => {
    await write(cases.put(reviewCase('case_move')));
    const closed = reviewCase('case_move', { state: 'approved', revision: 2, taskToken: 'token' });
    await write(cases.put(closed));
    expect(await idsOf(cases.waiting())).not.toContain('case_move');
    expect(await idsOf(cases.unreleased())).toContain('case_move');
    await cases.markReleased(closed);
    expect(await idsOf(cases.unreleased())).not.toContain('case_move');
    expect(await cases.load('case_move')).toEqual({ ...closed, released: true });
  });

  it('that lapsed need nobody to release them', async () => {
    await write(cases.put(reviewCase('case_lapsed', { state: 'lapsed', released: true })));
    expect(await idsOf(cases.unreleased())).not.toContain('case_lapsed');
  });
});

describe('notices', () => {
  const notice = (id: string, at: string): Notice => ({
    id,
    type: 'report.ready',
    at,
    data: { report: 'r' },
  });

  it('are pending, oldest first, until they are delivered', async () => {
    const outbox = outboxStore(stores.documents, recordsTable);
    await write(outbox.put(notice('ntc_2', '2026-03-01T09:00:00.000Z')));
    await write(outbox.put(notice('ntc_1', '2026-03-01T08:00:00.000Z')));
    const pending = async (upTo: string) => (await collected(outbox.pending(upTo))).map(({ id }) => id);
    expect(await pending('2026-03-01T09:00:00.000Z')).toEqual(['ntc_1', 'ntc_2']);
    expect(await pending('2026-03-01T08:30:00.000Z')).toEqual(['ntc_1']);
    await outbox.markDelivered('ntc_1', '2026-03-01T10:00:00.000Z');
    expect(await pending('2026-03-02T00:00:00.000Z')).toEqual(['ntc_2']);
    expect(await outbox.load('ntc_1')).toMatchObject({ id: 'ntc_1' });
  });
});

describe('determinations and reports', () => {
  it('are made once and never overwritten', async () => {
    const determinations = determinationStore(stores.documents, recordsTable);
    const made = {
      accountId: 'acct_1',
      kind: 'screening',
      key: 'evt_1#2',
      at: '2026-03-01T08:00:00.000Z',
      body: { outcome: 'clear' },
    } as const;
    await write(determinations.put(made));
    await expect(write(determinations.put(made))).rejects.toBeInstanceOf(ConcurrentChangeError);
    expect(await determinations.load('acct_1', 'screening', 'evt_1#2')).toEqual({ outcome: 'clear' });
    expect(await determinations.list('acct_1', 'screening', 'evt_1')).toEqual([{ outcome: 'clear' }]);
    expect(await determinations.load('acct_1', 'decision', 'evt_1#2')).toBeNull();
  });

  it('keep the first of two reports of one id', async () => {
    const reports = reportStore(stores.documents, recordsTable);
    const report = {
      id: 'certification-1',
      kind: 'certification',
      asOf: '2026-03-01T08:00:00.000Z',
      recordedAt: '2026-03-01T08:00:01.000Z',
      prefix: 'certification/2026/run',
      manifestSha256: 'a'.repeat(64),
    } as const;
    await write(reports.put(report));
    const second = write(reports.put({ ...report, prefix: 'elsewhere' }));
    await expect(second).rejects.toBeInstanceOf(ConcurrentChangeError);
    expect(await reports.load('certification-1')).toEqual(report);
  });
});

describe('the sequence numbers of an account', () => {
  it('are each held by one event, for good', async () => {
    const claims = sequenceClaims(stores.documents, recordsTable);
    expect(await claims.holder('acct_claims', 7)).toBeNull();
    await write(claims.claim('acct_claims', 7, 'evt_1'));
    await write(claims.claim('acct_claims', 7, 'evt_1'));
    await expect(write(claims.claim('acct_claims', 7, 'evt_2'))).rejects.toBeInstanceOf(
      ConcurrentChangeError,
    );
    expect(await claims.holder('acct_claims', 7)).toBe('evt_1');
  });
});

describe('the reason of a verdict', () => {
  const envelope = () => kmsEnvelope(stores.aws.kms, stores.keys.party);

  it('is sealed where it lies, and read again for its case and revision only', async () => {
    const reasons = reasonStore(stores.documents, recordsTable, envelope());
    const { item, digest } = await reasons.seal('case_1', 2, 'Looks like Jane Roe');
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(Buffer.from(JSON.stringify(item)).includes('Jane Roe')).toBe(false);
    await write(item);
    expect(await reasons.load('case_1', 2)).toBe('Looks like Jane Roe');
    await expect(reasons.load('case_1', 3)).rejects.toThrow(
      new RecordMissingError('reason of case case_1 at revision 3 is not stored'),
    );
  });

  it('cannot be put under another case', async () => {
    const sealed = await envelope().seal('case:case_1', 'Looks like Jane Roe');
    const Item = { pk: 'case#case_2', sk: 'reason#2', ...sealed };
    await stores.documents.send(new PutCommand({ TableName: recordsTable, Item }));
    await expect(reasonStore(stores.documents, recordsTable, envelope()).load('case_2', 2)).rejects.toThrow();
  });
});

describe('the facts of a party', () => {
  const key = { accountId: 'acct_1', partyId: 'p_1', sequence: 1 };

  it('are never written over by another event of the same number', async () => {
    const envelope = kmsEnvelope(stores.aws.kms, stores.keys.party);
    const parties = partyWriter(stores.documents, recordsTable, envelope, () => Promise.resolve('email#x'));
    const twice = { ...key, accountId: 'acct_twice' };
    await parties.save(twice, 'evt_1', individual({ name: 'First Fact' }));
    await parties.save(twice, 'evt_1', individual({ name: 'First Fact' }));
    const other = parties.save(twice, 'evt_2', individual({ name: 'Second Fact' }));
    await expect(other).rejects.toBeInstanceOf(SequenceConflictError);
    const stored = await partyReader(stores.documents, recordsTable, envelope).load(twice);
    expect(stored.name).toBe('First Fact');
  });

  it('stay as they were screened when the same event comes again, salt and all', async () => {
    const envelope = kmsEnvelope(stores.aws.kms, stores.keys.party);
    const parties = partyWriter(stores.documents, recordsTable, envelope, () => Promise.resolve('email#x'));
    const reader = partyReader(stores.documents, recordsTable, envelope);
    const again = { ...key, accountId: 'acct_again' };
    const { digest } = await parties.save(again, 'evt_1', individual());
    const screened = await reader.load(again);
    expect(await parties.save(again, 'evt_1', individual())).toEqual({ digest });
    expect(await reader.load(again)).toEqual(screened);
  });

  it('are sealed where they lie, and read again whole', async () => {
    const envelope = kmsEnvelope(stores.aws.kms, stores.keys.party);
    const parties = partyWriter(stores.documents, recordsTable, envelope, () => Promise.resolve('email#x'));
    const { digest } = await parties.save(key, 'evt_1', individual());
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const reader = partyReader(stores.documents, recordsTable, envelope);
    const salt = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
    expect(await reader.load(key)).toEqual({ ...individual(), salt });
    await expect(reader.load({ ...key, sequence: 2 })).rejects.toThrow(
      new RecordMissingError('party p_1 of account acct_1 as of event 2 is not stored'),
    );
  });

  it('have a salt of their own in each version, and their place for one where they were stored without', async () => {
    const envelope = kmsEnvelope(stores.aws.kms, stores.keys.party);
    const parties = partyWriter(stores.documents, recordsTable, envelope, () => Promise.resolve('email#x'));
    const reader = partyReader(stores.documents, recordsTable, envelope);
    const salts = [1, 2].map(async (sequence) => {
      const version = { accountId: 'acct_salt', partyId: 'p_1', sequence };
      await parties.save(version, 'evt_1', individual());
      return (await reader.load(version)).salt;
    });
    expect(new Set(await Promise.all(salts)).size).toBe(2);
    const sealed = await envelope.seal('party:acct_old:p_1', JSON.stringify(individual()));
    const Item = { pk: 'account#acct_old', sk: 'party#p_1#7', ...sealed };
    await stores.documents.send(new PutCommand({ TableName: recordsTable, Item }));
    const { salt } = await reader.load({ accountId: 'acct_old', partyId: 'p_1', sequence: 7 });
    expect(salt).toBe('party:acct_old:p_1#7');
  });

  it('cannot be put under another party', async () => {
    const envelope = kmsEnvelope(stores.aws.kms, stores.keys.party);
    const Item = {
      pk: 'account#acct_1',
      sk: 'party#p_other#1',
      ...(await envelope.seal('party:acct_1:p_1', JSON.stringify(individual()))),
    };
    await stores.documents.send(new PutCommand({ TableName: recordsTable, Item }));
    const reader = partyReader(stores.documents, recordsTable, envelope);
    await expect(reader.load({ ...key, partyId: 'p_other' })).rejects.toThrow();
  });
});
