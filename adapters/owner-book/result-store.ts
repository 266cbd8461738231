import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import { z } from 'zod';
import { readResultLines, resultLines, type OwnerResult } from '../../domain/rescreening/owner-result.ts';
import { countResults, type ShardResult } from '../../domain/rescreening/run-manifest.ts';
import { inBatches } from './in-batches.ts';

/** The results of one shard in one run: one object, written once. */
export interface ResultStore {
  /** Null when the shard has no results in that run. */
  read(runId: string, shard: string): Promise<OwnerResult[] | null>;
  /** Writes the results unless the shard has some: a second attempt changes nothing. */
  write(runId: string, shard: string, written: WrittenResults): Promise<void>;
  /** What each result object of a run says of itself, by listing the bucket. */
  written(runId: string): Promise<ShardResult[]>;
}

export interface WrittenResults {
  readonly ownersIn: number;
  readonly results: readonly OwnerResult[];
}

const Count = z.coerce.number().int();
const Metadata = z.object({
  shard: z.string(),
  'owners-in': Count,
  'results-out': Count,
  clear: Count,
  'possible-match': Count,
  'not-screened': Count,
  changed: Count,
});

// S3 answers some thousand requests a second for one prefix; a closing run needs no more than this.
const headsAtOnce = 32;

export function resultStore(s3: S3Client, bucket: string): ResultStore {
  return {
    async read(runId, shard) {
      const key = keyOf(runId, shard);
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        const packed = (await Body?.transformToByteArray()) ?? new Uint8Array();
        return readResultLines(gunzipSync(packed).toString('utf8'), key);
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async write(runId, shard, { ownersIn, results }) {
      const body = gzipSync(resultLines(results));
      try {
        await s3.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: keyOf(runId, shard),
            Body: body,
            ContentType: 'application/gzip',
            // S3 refuses a body of another digest, and keeps it with the object.
            ChecksumSHA256: createHash('sha256').update(body).digest('base64'),
            IfNoneMatch: '*',
            Metadata: metadataOf(shard, ownersIn, results),
          }),
        );
      } catch (error) {
        if (!isThereAlready(error)) throw error;
      }
    },
    async written(runId) {
      const keys: string[] = [];
      const listing = { Bucket: bucket, Prefix: `${resultsPrefix}${runId}/` };
      for await (const page of paginateListObjectsV2({ client: s3 }, listing)) {
        keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
      }
      return inBatches(keys, headsAtOnce, (key) => described(s3, bucket, key));
    },
  };
}

/** Prefix of the results, which hold ids and codes. */
export const resultsPrefix = 'results/';

const keyOf = (runId: string, shard: string): string => `${resultsPrefix}${runId}/${shard}.ndjson.gz`;

function metadataOf(
  shard: string,
  ownersIn: number,
  results: readonly OwnerResult[],
): Record<string, string> {
  const { resultsOut, outcomes, changed } = countResults(results);
  return {
    shard,
    'owners-in': String(ownersIn),
    'results-out': String(resultsOut),
    clear: String(outcomes.clear),
    'possible-match': String(outcomes.possibleMatch),
    'not-screened': String(outcomes.notScreened),
    changed: String(changed),
  };
}

async function described(s3: S3Client, bucket: string, key: string): Promise<ShardResult> {
  const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }));
  const told = Metadata.parse(head.Metadata);
  return {
    ...{
      shard: told.shard,
      ownersIn: told['owners-in'],
      resultsOut: told['results-out'],
      changed: told.changed,
    },
    outcomes: {
      clear: told.clear,
      possibleMatch: told['possible-match'],
      notScreened: told['not-screened'],
    },
    sha256: Buffer.from(head.ChecksumSHA256 ?? '', 'base64').toString('hex'),
  };
}

/** Another attempt has written it: the first one counts. A write under way (409) is no such answer and is tried again. */
function isThereAlready(error: unknown): boolean {
  return error instanceof S3ServiceException && error.name === 'PreconditionFailed';
}
