import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { ownerBookFolders } from '../../domain/rescreening/owner-book-folders.ts';
import { RunObjectMissingError } from '../../domain/rescreening/rescreening-errors.ts';
import { RescreeningPlan } from '../../domain/rescreening/rescreening-plan.ts';
import { isThereAlready, objectText } from '../aws/s3-objects.ts';
import { readStored } from '../records/stored.ts';

/** What a run was planned to do. */
export interface RunStore {
  plan(runId: string): Promise<RescreeningPlan | null>;
  /** Where the Distributed Map reads its items: a line `{"shard":"…"}` for each shard. */
  itemsKey(runId: string): string;
  /** Keys of the list entries that a run's lists changed or lost. */
  touched(runId: string): Promise<ReadonlySet<string>>;
  /**
   * Stores the items, then the plan; the first plan of a run stays.
   * @returns the plan that counts
   */
  put(plan: RescreeningPlan, shards: readonly string[], touched: readonly string[]): Promise<RescreeningPlan>;
}

export function runStore(s3: S3Client, bucket: string): RunStore {
  const read = (key: string) => objectText(s3, bucket, key);
  const write = (key: string, body: string, more: { readonly IfNoneMatch?: string } = {}) =>
    s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ...more }));
  const plan = async (runId: string): Promise<RescreeningPlan | null> => {
    const text = await read(keyOf(runId, 'plan.json'));
    return text === null ? null : readStored(RescreeningPlan, `the plan of run ${runId}`, JSON.parse(text));
  };
  return {
    plan,
    itemsKey: (runId) => keyOf(runId, 'shards.jsonl'),
    async touched(runId) {
      const text = await read(keyOf(runId, 'touched.json'));
      if (text === null)
        throw new RunObjectMissingError(`run ${runId} has no list of touched entries; start it anew`);
      return new Set(
        readStored(z.array(z.string()), `the touched entries of run ${runId}`, JSON.parse(text)),
      );
    },
    async put(planned, shards, touched) {
      const { runId } = planned;
      await write(
        keyOf(runId, 'shards.jsonl'),
        shards.map((shard) => `${JSON.stringify({ shard })}\n`).join(''),
      );
      await write(keyOf(runId, 'touched.json'), JSON.stringify(touched));
      try {
        await write(keyOf(runId, 'plan.json'), JSON.stringify(planned), { IfNoneMatch: '*' });
        return planned;
      } catch (error) {
        const first = isThereAlready(error) ? await plan(runId) : null;
        if (first) return first;
        throw error;
      }
    },
  };
}

const keyOf = (runId: string, file: string): string => `${ownerBookFolders.runs}${runId}/${file}`;
