import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { paginateListObjectsV2, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import { sha256 } from '../../domain/lists/list-digest.ts';
import { ownerBookFolders } from '../../domain/rescreening/owner-book-folders.ts';
import { resultLines, type OwnerResult } from '../../domain/rescreening/owner-result.ts';
import type { RescreeningPlan } from '../../domain/rescreening/rescreening-plan.ts';
import { RunObjectMissingError } from '../../domain/rescreening/rescreening-errors.ts';
import { readResultObject, resultHead } from '../../domain/rescreening/result-head.ts';
import { countResults, type ShardResult } from '../../domain/rescreening/run-manifest.ts';
import { inBatches } from './in-batches.ts';
import { isThereAlready, objectBytes } from '../aws/s3-objects.ts';

/** The results of one shard in one run: one object, written once. It begins with which run it is of (`ResultHead`). */
export interface ResultStore {
  /**
   * Null when the shard has no results in that run.
   * @throws RunObjectMissingError when an object is there that this run did not write
   */
  read(plan: RescreeningPlan, shard: string): Promise<OwnerResult[] | null>;
  /** The results of an earlier run; null where none of that SHA-256 are there. */
  base(runId: string, shard: string, sha256: string): Promise<OwnerResult[] | null>;
  /** Writes the results unless the shard has some: a second attempt changes nothing. */
  write(plan: RescreeningPlan, shard: string, results: readonly OwnerResult[]): Promise<void>;
  /**
   * Every result object of a run, as its lines say, by listing the bucket. Few are held at a time.
   * @throws RunObjectMissingError for one that this run did not write
   */
  written(plan: RescreeningPlan): Promise<ShardResult[]>;
}

// A shard has some 16,000 results, of 2 to 20 MB unpacked; these fit the memory of the closing function.
const readAtOnce = 8;

export function resultStore(s3: S3Client, bucket: string): ResultStore {
  const packed = (key: string) => objectBytes(s3, bucket, key);
  return {
    async read(plan, shard) {
      const key = keyOf(plan.runId, shard);
      const bytes = await packed(key);
      return bytes && resultsOf(plan, shard, key, bytes);
    },
    async base(runId, shard, digest) {
      const key = keyOf(runId, shard);
      const bytes = await packed(key);
      return bytes && sha256(bytes) === digest ? readResultObject(unpacked(bytes), key).results : null;
    },
    async write(plan, shard, results) {
      const body = gzipSync(`${JSON.stringify(resultHead(plan, shard))}\n${resultLines(results)}`);
      const put = new PutObjectCommand({
        ...{ Bucket: bucket, Key: keyOf(plan.runId, shard), Body: body, ContentType: 'application/gzip' },
        // S3 refuses a body of another digest, and keeps it with the object.
        ...{ ChecksumSHA256: createHash('sha256').update(body).digest('base64'), IfNoneMatch: '*' },
      });
      try {
        await s3.send(put);
      } catch (error) {
        // Another attempt has written it: the first one counts.
        if (!isThereAlready(error)) throw error;
      }
    },
    async written(plan) {
      const keys: string[] = [];
      const prefix = `${ownerBookFolders.results}${plan.runId}/`;
      for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: prefix })) {
        keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
      }
      return inBatches(keys, readAtOnce, async (key) => {
        const shard = key.slice(prefix.length).replace(resultsSuffix, '');
        const bytes = (await packed(key)) ?? new Uint8Array();
        return {
          ...{ shard, ...countResults(resultsOf(plan, shard, key, bytes)) },
          sha256: sha256(bytes),
        };
      });
    },
  };
}

const resultsSuffix = '.ndjson.gz';
const keyOf = (runId: string, shard: string): string =>
  `${ownerBookFolders.results}${runId}/${shard}${resultsSuffix}`;

function resultsOf(plan: RescreeningPlan, shard: string, key: string, bytes: Uint8Array): OwnerResult[] {
  const { head, results } = readResultObject(unpacked(bytes), key);
  if (head && canonicalJson(head) === canonicalJson(resultHead(plan, shard))) return results;
  throw new RunObjectMissingError(
    `${key}: expected results that run ${plan.runId} wrote by its plan, found others; ` +
      'find out who wrote them, delete the object and start a new run',
  );
}

/** Empty for what is not gzip, which then has no head and is refused as foreign. */
function unpacked(bytes: Uint8Array): string {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    return '';
  }
}
