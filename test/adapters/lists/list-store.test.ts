import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listStore, type ListStore } from '../../../adapters/lists/list-store.ts';
import type { CurrentList, ListsInUse } from '../../../adapters/lists/lists-in-use.ts';
import { setDigest } from '../../../domain/lists/list-digest.ts';
import { commit } from '../../../adapters/records/transaction.ts';
import { ConcurrentChangeError } from '../../../domain/errors/kyc-error.ts';
import { embeddedStores, recordsTable, type EmbeddedStores } from '../embedded-stores.ts';

const bucket = 'lists';
let stores: EmbeddedStores;
let lists: ListStore;

beforeAll(async () => {
  stores = await embeddedStores();
  lists = listStore(stores.documents, recordsTable, stores.aws.s3, bucket);
  await stores.aws.s3.send(new CreateBucketCommand({ Bucket: bucket }));
});
afterAll(() => stores.close());

const upload = (Key: string, Body: Uint8Array) =>
  stores.aws.s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));

function current(list: string, revision: number): CurrentList {
  const file = { key: 'ofac/sdn.csv.gz', sha256: 'a'.repeat(64) };
  return {
    revision,
    summary: { list, digest: 'b'.repeat(64), publishedOn: '2021-07', entries: 1, names: 1 },
    files: { sdn: file, alt: file, add: file, sdnComments: file },
    carried: {},
    acceptedAt: '2026-03-01T12:00:00.000Z',
  };
}

describe('the files of a list', () => {
  it('are read as they are, and decompressed when they are gzipped', async () => {
    const bytes = Buffer.from('36,"NAME"\r\n');
    await upload('plain/sdn.csv', bytes);
    await upload('packed/sdn.csv.gz', gzipSync(bytes));
    expect(Buffer.from((await lists.read('plain/sdn.csv')) ?? [])).toEqual(bytes);
    expect(Buffer.from((await lists.read('packed/sdn.csv.gz')) ?? [])).toEqual(bytes);
  });

  it('are told apart from files that are not there', async () => {
    await upload('part/sdn.csv', Buffer.from('x'));
    expect(await lists.read('part/alt.csv')).toBeNull();
  });

  it('are named in order where they lie directly under a prefix', async () => {
    for (const key of ['day/sdn.csv.gz', 'day/alt.csv.gz', 'day/later/add.csv.gz', 'day2/own.csv.gz'])
      await upload(key, Buffer.from('x'));
    expect(await lists.files('day')).toEqual(['day/alt.csv.gz', 'day/sdn.csv.gz']);
    expect(await lists.files('nothing')).toEqual([]);
  });
});

describe('the list in use', () => {
  it('is none before the first, and then the last that was put', async () => {
    expect(await lists.current('ofac-sdn')).toBeNull();
    await commit(stores.documents, 'list', [lists.put(current('ofac-sdn', 1))]);
    await commit(stores.documents, 'list', [lists.put(current('ofac-sdn', 2))]);
    expect(await lists.current('ofac-sdn')).toEqual(current('ofac-sdn', 2));
  });

  it('is replaced by one of two that come at once', async () => {
    await commit(stores.documents, 'list', [lists.put(current('at-once', 1))]);
    const again = commit(stores.documents, 'list', [lists.put(current('at-once', 1))]);
    await expect(again).rejects.toBeInstanceOf(ConcurrentChangeError);
  });
});

describe('the lists in use', () => {
  const inUse = (revision: number): ListsInUse => ({
    ...{ revision, listDigest: 'c'.repeat(64), lists: [current('ofac-sdn', 1)] },
    index: { digest: 'd'.repeat(64), matcherVersion: 'words-1', format: 1 },
    changedAt: '2026-03-01T12:00:00.000Z',
  });

  it('are the one list of a deployment from before lists were put together, not compiled yet', async () => {
    const first = current('ofac-sdn', 2);
    const { summary } = first;
    expect(await lists.inUse()).toMatchObject({
      ...{ revision: 0, lists: [first], index: null, listDigest: setDigest([summary]) },
    });
  });

  it('are those that were put last, and one of two changes that come at once is refused', async () => {
    await commit(stores.documents, 'lists', [lists.putInUse(inUse(1))]);
    await commit(stores.documents, 'lists', [lists.putInUse(inUse(2))]);
    expect(await lists.inUse()).toEqual(inUse(2));
    const again = commit(stores.documents, 'lists', [lists.putInUse(inUse(2))]);
    await expect(again).rejects.toBeInstanceOf(ConcurrentChangeError);
  });
});
