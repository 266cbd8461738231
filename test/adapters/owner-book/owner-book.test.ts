import { createHash } from 'node:crypto';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsStore } from '../../../adapters/owner-book/facts-store.ts';
import { resultStore } from '../../../adapters/owner-book/result-store.ts';
import { runStore } from '../../../adapters/owner-book/run-store.ts';
import { kmsBytesEnvelope } from '../../../adapters/sealing/envelope.ts';
import type { OwnerResult } from '../../../domain/rescreening/owner-result.ts';
import { aPlan, basis } from '../../domain/rescreening/rescreening-samples.ts';
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

  it.each([
    [
      'a later version',
      (stored: Buffer) => Buffer.concat([Buffer.from([2]), stored.subarray(1)]),
      'version 2',
    ],
    ['nothing', () => Buffer.alloc(0), 'version none'],
  ])('are refused as an object of %s, with what to do', async (_what, spoil, found) => {
    await book().write('5b', facts);
    const Body = spoil(await bytesOf('book/5b.sealed'));
    await stores.aws.s3.send(new PutObjectCommand({ Bucket, Key: 'book/5b.sealed', Body }));
    await expect(book().read('5b')).rejects.toThrow(
      `book/5b.sealed: expected an object of version 1, found ${found}; delete it`,
    );
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

  const planOf = (runId: string) => aPlan({ runId });

  it('are those of the first attempt, whatever a second one writes', async () => {
    const plan = planOf('run-1');
    await results().write(plan, 'a', [result('p_1'), result('p_2')]);
    await results().write(plan, 'a', [result('p_3', 'notScreened')]);
    expect(await results().read(plan, 'a')).toEqual([result('p_1'), result('p_2')]);
  });

  it('are counted by their lines, and told of by the digest of what is stored', async () => {
    await results().write(planOf('run-2'), 'b', [result('p_1'), result('p_1')]);
    const [told] = await results().written(planOf('run-2'));
    expect(told).toEqual({
      ...{ shard: 'b', ownersIn: 1, resultsOut: 2, changed: 0 },
      outcomes: { clear: 2, possibleMatch: 0, notScreened: 0 },
      sha256: createHash('sha256')
        .update(await bytesOf('results/run-2/b.ndjson.gz'))
        .digest('hex'),
    });
  });

  it.each([
    ['of another start', { startedAt: '2026-03-01T03:30:00.000Z' }],
    ['of another index', { basis: { ...basis, indexDigest: 'd'.repeat(64) } }],
  ])('put there before by a plan %s are refused, by the shard and at the close', async (_what, other) => {
    const plan = planOf('run-4');
    await results().write({ ...plan, ...other }, 'a', [result('p_1')]);
    await expect(results().read(plan, 'a')).rejects.toMatchObject({ name: 'RunObjectMissingError' });
    await expect(results().written(plan)).rejects.toMatchObject({ name: 'RunObjectMissingError' });
  });

  it('that are no results at all are refused', async () => {
    const Key = 'results/run-5/a.ndjson.gz';
    await stores.aws.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'planted' }));
    await expect(results().read(planOf('run-5'), 'a')).rejects.toThrow(Key);
  });

  it('are the base of a later run only under the digest that its manifest names', async () => {
    await results().write(planOf('run-6'), 'a', [result('p_1')]);
    const [told] = await results().written(planOf('run-6'));
    expect(await results().base('run-6', 'a', told?.sha256 ?? '')).toEqual([result('p_1')]);
    expect(await results().base('run-6', 'a', 'e'.repeat(64))).toBeNull();
  });

  it('of one run are not those of another whose name begins so', async () => {
    await results().write(planOf('run-30'), 'c', []);
    expect(await results().written(planOf('run-3'))).toEqual([]);
    expect(await results().read(planOf('run-3'), 'c')).toBeNull();
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
