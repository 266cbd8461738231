import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxStore, type InboxStore } from '../../../adapters/inbox/inbox-store.ts';
import { commit } from '../../../adapters/records/transaction.ts';
import { ConcurrentChangeError, RecordMissingError } from '../../../domain/errors/kyc-error.ts';
import { collected } from '../../support/collected.ts';
import { embeddedStores, inboxTable, type EmbeddedStores } from '../embedded-stores.ts';

let stores: EmbeddedStores;
let inbox: InboxStore;

beforeAll(async () => {
  stores = await embeddedStores();
  inbox = inboxStore(stores.documents, inboxTable);
});
afterAll(() => stores.close());

const bytes = Uint8Array.of(1, 2, 3);
const event = (eventId: string, receivedAt = '2026-03-01T12:00:00.000Z') => ({
  eventId,
  accountId: 'acct_1',
  receivedAt,
  sealed: { v: 1, wrappedKey: bytes, ciphertext: bytes } as const,
});

const waiting = (status: 'received' | 'parked', before = '2026-12-31') =>
  collected(inbox.unfinished(status, before));

describe('the inbox', () => {
  it('accepts an event once, and answers with what is stored when it comes again', async () => {
    expect(await inbox.accept(event('evt_once'))).toBeNull();
    const again = await inbox.accept({ ...event('evt_once'), accountId: 'acct_2' });
    expect(again).toMatchObject({ accountId: 'acct_1', status: 'received', attempt: 1, revision: 1 });
    expect(again?.sealed.ciphertext).toEqual(bytes);
  });

  it('shows an event as waiting until an execution has it', async () => {
    await inbox.accept(event('evt_start'));
    expect(await waiting('received')).toContain('evt_start');
    await inbox.markStarted({ eventId: 'evt_start', attempt: 1 });
    expect(await waiting('received')).not.toContain('evt_start');
    expect((await inbox.load('evt_start')).status).toBe('started');
  });

  it('does not let a late message of an earlier attempt mark a later one as started', async () => {
    await inbox.accept(event('evt_late'));
    await commit(stores.documents, 'x', [inbox.park(await inbox.load('evt_late'), 'SomeError')]);
    await commit(stores.documents, 'x', [inbox.redrive(await inbox.load('evt_late'))]);
    await inbox.markStarted({ eventId: 'evt_late', attempt: 1 });
    expect(await inbox.load('evt_late')).toMatchObject({ status: 'received', attempt: 2 });
    await inbox.markStarted({ eventId: 'evt_late', attempt: 2 });
    expect((await inbox.load('evt_late')).status).toBe('started');
  });

  it('keeps a parked event, sealed body and all, where a person finds it', async () => {
    await inbox.accept(event('evt_park'));
    await inbox.markStarted({ eventId: 'evt_park', attempt: 1 });
    await commit(stores.documents, 'x', [inbox.park(await inbox.load('evt_park'), 'SomeError')]);
    expect(await waiting('parked')).toContain('evt_park');
    expect((await inbox.load('evt_park')).sealed.wrappedKey).toEqual(bytes);
  });

  it('parks once when two executions try', async () => {
    await inbox.accept(event('evt_two'));
    const loaded = await inbox.load('evt_two');
    await commit(stores.documents, 'event evt_two', [inbox.park(loaded, 'SomeError')]);
    const second = commit(stores.documents, 'event evt_two', [inbox.park(loaded, 'SomeError')]);
    await expect(second).rejects.toBeInstanceOf(ConcurrentChangeError);
  });

  it('names only those that have waited since before the time asked for', async () => {
    await inbox.accept(event('evt_new', '2027-03-01T12:00:00.000Z'));
    expect(await waiting('received')).not.toContain('evt_new');
    expect(await waiting('received', '2027-12-31')).toContain('evt_new');
  });

  it('says which event it does not have', async () => {
    await expect(inbox.load('evt_9')).rejects.toThrow(
      new RecordMissingError('event evt_9 is not in the inbox'),
    );
  });
});
