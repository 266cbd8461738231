import { setTimeout } from 'node:timers/promises';
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import { TileConflictError } from '../../domain/audit/audit-log-errors.ts';
import type { TileStore } from '../../domain/audit/sequencer-ports.ts';

const checkpointPath = 'checkpoint';

// The other write is over in well under a second; a lock that lasts longer is an outage, and the next run's work.
const conflictWaitsMs = [50, 200, 800];

/**
 * The log's objects in a bucket whose default Object Lock retention keeps every version. Needs `s3:GetObject` and
 * `s3:PutObject` on the objects, and `s3:ListBucket` on the bucket: without it S3 answers 403 and not 404 for what is
 * not there. The retention comes from the bucket, so `s3:PutObjectRetention` is neither needed nor to be granted.
 * A reader (export, verification) needs `s3:GetObject` and `s3:ListBucket` only.
 */
export function s3TileStore(client: S3Client, bucket: string): TileStore {
  const read = async (path: string): Promise<Uint8Array | null> =>
    (await get(client, bucket, path))?.bytes ?? null;
  return {
    read,
    writeOnce: async (path, bytes) => {
      if (await put(client, bucket, path, bytes, { IfNoneMatch: '*' })) return;
      const stored = await read(path);
      if (stored && Buffer.compare(stored, bytes) === 0) return;
      throw new TileConflictError(
        `audit log: s3://${bucket}/${path} holds ${stored?.length ?? 0} other bytes than the ${bytes.length} to be written; ` +
          'compare its versions and find out who wrote them',
      );
    },
    readCheckpoint: () => get(client, bucket, checkpointPath),
    replaceCheckpoint: (bytes, tag) =>
      put(client, bucket, checkpointPath, bytes, tag === null ? { IfNoneMatch: '*' } : { IfMatch: tag }),
  };
}

async function get(
  client: S3Client,
  bucket: string,
  path: string,
): Promise<{ bytes: Uint8Array; tag: string } | null> {
  try {
    const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: path }));
    if (!Body || ETag === undefined)
      throw new Error(`audit log: S3 answered for ${path} without body or ETag`);
    return { bytes: await Body.transformToByteArray(), tag: ETag };
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

/**
 * False when the condition did not hold. While another conditional write to the same path is under way S3 answers 409
 * ConditionalRequestConflict, which says nothing about the condition: it is asked again.
 */
async function put(
  ...[client, bucket, path, bytes, condition]: Parameters<typeof putOnce>
): Promise<boolean> {
  for (const wait of conflictWaitsMs) {
    try {
      return await putOnce(client, bucket, path, bytes, condition);
    } catch (error) {
      if (!isNamed(error, 'ConditionalRequestConflict')) throw error;
      await setTimeout(wait);
    }
  }
  return putOnce(client, bucket, path, bytes, condition);
}

async function putOnce(
  client: S3Client,
  bucket: string,
  path: string,
  bytes: Uint8Array,
  condition: { readonly IfNoneMatch: string } | { readonly IfMatch: string },
): Promise<boolean> {
  try {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: path,
        Body: bytes,
        ContentType: path === checkpointPath ? 'text/plain; charset=utf-8' : 'application/octet-stream',
        // A bucket with Object Lock refuses an upload without a checksum.
        ChecksumAlgorithm: 'SHA256',
        ...condition,
      }),
    );
    return true;
  } catch (error) {
    if (isNamed(error, 'PreconditionFailed')) return false;
    throw error;
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof S3ServiceException && error.name === name;
}
