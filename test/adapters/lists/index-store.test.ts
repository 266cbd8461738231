import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexStore, type IndexStore } from '../../../adapters/lists/index-store.ts';
import type { ListedEntry } from '../../../domain/lists/listed-entry.ts';
import { sha256 } from '../../../domain/lists/list-digest.ts';
import { embeddedStores, type EmbeddedStores } from '../embedded-stores.ts';

const bucket = 'indexes';
let stores: EmbeddedStores;
let indexes: IndexStore;

beforeAll(async () => {
  stores = await embeddedStores();
  indexes = indexStore(stores.aws.s3, bucket);
  await stores.aws.s3.send(new CreateBucketCommand({ Bucket: bucket }));
});
afterAll(() => stores.close());

const spoil = (digest: string) =>
  stores.aws.s3.send(new PutObjectCommand({ Bucket: bucket, Key: `indexes/${digest}.idx`, Body: 'spoilt' }));

describe('a compiled index', () => {
  it('is named by its SHA-256, and the same twice is one', async () => {
    const bytes = Buffer.from('an index');
    expect([await indexes.put(bytes), await indexes.put(bytes)]).toEqual([sha256(bytes), sha256(bytes)]);
    expect(Buffer.from(await indexes.get(sha256(bytes)))).toEqual(bytes);
  });

  it('is not handed out when its bytes are others, until it was written anew', async () => {
    const digest = await indexes.put(Buffer.from('whole'));
    await spoil(digest);
    await expect(indexes.get(digest)).rejects.toMatchObject({ name: 'RunObjectMissingError' });
    await indexes.put(Buffer.from('whole'));
    expect(Buffer.from(await indexes.get(digest)).toString()).toBe('whole');
  });

  it('that is not there is an error that names it', async () => {
    await expect(indexes.get('0'.repeat(64))).rejects.toThrow(`indexes/${'0'.repeat(64)}.idx`);
    expect(await indexes.entries('0'.repeat(64), '0'.repeat(64))).toBeNull();
  });
});

describe('the entries of a list version', () => {
  const listDigest = 'a'.repeat(64);
  const entry: ListedEntry = {
    ...{ list: 'ofac-sdn', entryId: '1', kind: 'individual', birthDates: [], countries: [], identifiers: [] },
    names: [],
  };
  const plant = (Body: Uint8Array) =>
    stores.aws.s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: `entries/${listDigest}.ndjson.gz`, Body }),
    );

  it('come back as they were under the digest they were stored with', async () => {
    const digest = await indexes.putEntries(listDigest, [entry]);
    expect(await indexes.entries(listDigest, digest)).toEqual([entry]);
  });

  it.each([
    ['of other entries', gzipSync(JSON.stringify({ ...entry, entryId: '2' }))],
    ['that cannot be unpacked', Buffer.from('spoilt')],
  ])('count as not there when the object is one %s', async (_what, body) => {
    const digest = await indexes.putEntries(listDigest, [entry]);
    await plant(body);
    expect(await indexes.entries(listDigest, digest)).toBeNull();
  });
});
