import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsStore } from '../../../adapters/owner-book/facts-store.ts';
import { resultStore } from '../../../adapters/owner-book/result-store.ts';
import { runStore } from '../../../adapters/owner-book/run-store.ts';
import { kmsBytesEnvelope } from '../../../adapters/sealing/envelope.ts';
import type { OwnerResult } from '../../../domain/rescreening/owner-result.ts';
import { aPlan } from '../../domain/rescreening/rescreening-samples.ts';
import { embeddedStores, type EmbeddedStores } from '../embedded-stores.ts';

const Bucket = 'owner-book';
let stores: EmbeddedStores;

beforeAll(async () => {
  stores = await embeddedStores();
  await stores.aws.s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => stores.close());

const bytesOf = async (Key: string): Promise<Buffer> => {
  const { Body } = await stores.aws.s3.send(new GetObjectCommand({ Bucket, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};

describe('the facts of a shard', () => {
  const facts = [{ account: 'acct_1', party: 'p_1', sequence: 1, query: { name: 'Vroni Quastenhuber' } }];
  const book = () => factsStore(stores.aws.s3, Bucket, kmsBytesEnvelope(stores.aws.kms, stores.keys.party));

  it('come back as they were, and lie in the bucket without a readable word', async () => {
    await book().write('3f', facts);
    expect(await book().read('3f')).toEqual(facts);
    const stored = (await bytesOf('book/3f.sealed')).toString('latin1');
    expect(stored).not.toMatch(/Quastenhuber|acct_1|p_1/);
  });

  it('do not open as those of another shard', async () => {
    await book().write('3f', facts);
    const Body = await bytesOf('book/3f.sealed');
    await stores.aws.s3.send(new PutObjectCommand({ Bucket, Key: 'book/4a.sealed', Body }));
    await expect(book().read('4a')).rejects.toThrow();
  });

  it('are null where the shard has no object', async () => {
    expect(await book().read('00')).toBeNull();
  });
});

describe('the results of a shard', () => {
  const result = (party: string, outcome: OwnerResult['outcome'] = 'clear'): OwnerResult => ({
    ...{ account: 'acct_1', party, sequence: 1, outcome },
  });
  const results = () => resultStore(stores.aws.s3, Bucket);

  it('are those of the first attempt, whatever a second one writes', async () => {
    await results().write('run-1', 'a', { ownersIn: 2, results: [result('p_1'), result('p_2')] });
    await results().write('run-1', 'a', { ownersIn: 1, results: [result('p_3', 'notScreened')] });
    expect(await results().read('run-1', 'a')).toEqual([result('p_1'), result('p_2')]);
  });

  it('are told of by count, and by the digest that S3 has checked', async () => {
    await results().write('run-2', 'b', { ownersIn: 1, results: [result('p_1')] });
    const [told] = await results().written('run-2');
    const head = await stores.aws.s3.send(
      new HeadObjectCommand({ Bucket, Key: 'results/run-2/b.ndjson.gz', ChecksumMode: 'ENABLED' }),
    );
    expect(told).toEqual({
      ...{ shard: 'b', ownersIn: 1, resultsOut: 1, changed: 0 },
      outcomes: { clear: 1, possibleMatch: 0, notScreened: 0 },
      sha256: Buffer.from(head.ChecksumSHA256 ?? '', 'base64').toString('hex'),
    });
  });

  it('of one run are not those of another whose name begins so', async () => {
    await results().write('run-30', 'c', { ownersIn: 0, results: [] });
    expect(await results().written('run-3')).toEqual([]);
    expect(await results().read('run-3', 'c')).toBeNull();
  });
});

describe('the plan of a run', () => {
  it('is the first that was made, whatever a second attempt plans', async () => {
    const runs = runStore(stores.aws.s3, Bucket);
    const first = aPlan({ runId: 'planned-twice' });
    expect(await runs.put(first, ['0', '1'], ['ofac-sdn/1'])).toEqual(first);
    expect(await runs.put({ ...first, mode: 'delta' }, ['0', '1'], ['ofac-sdn/1'])).toEqual(first);
    expect(await runs.plan('planned-twice')).toEqual(first);
    expect(await runs.touched('planned-twice')).toEqual(new Set(['ofac-sdn/1']));
    expect((await bytesOf(runs.itemsKey('planned-twice'))).toString()).toBe('{"shard":"0"}\n{"shard":"1"}\n');
  });
});
