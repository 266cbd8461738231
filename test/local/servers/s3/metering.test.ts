import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startS3, type RunningS3 } from './running-s3.ts';

const Bucket = 'evidence';
const Key = 'k';

// The vectors are those of the metering rules, S3.
describe('what S3 bills', () => {
  let running: RunningS3;

  beforeEach(async () => {
    running = await startS3();
    await running.s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
    running.surroundings.metered.clear();
  });

  afterEach(() => running.stop());

  it('is one put for an object of 4 KB under Object Lock (O1)', async () => {
    await running.s3.send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: Buffer.alloc(4096),
        ObjectLockMode: 'GOVERNANCE',
        ObjectLockRetainUntilDate: new Date('2028-01-01T00:00:00Z'),
      }),
    );
    expect(Object.fromEntries(running.surroundings.metered)).toEqual({ 's3.putRequest': 1 });
  });

  it('is ten puts for 60 MB in parts of 8 MB (O2)', async () => {
    const mebibyte = 1024 ** 2;
    const { UploadId } = await running.s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    const Parts: CompletedPart[] = [];
    for (let PartNumber = 1; PartNumber <= 8; PartNumber++) {
      const Body = Buffer.alloc((PartNumber < 8 ? 8 : 4) * mebibyte);
      const part = await running.s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
      Parts.push({ PartNumber, ETag: part.ETag, ChecksumCRC32: part.ChecksumCRC32 });
    }
    const MultipartUpload = { Parts };
    await running.s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }));
    expect(Object.fromEntries(running.surroundings.metered)).toEqual({ 's3.putRequest': 10 });
  });

  it('is four gets for a head and three ranges (O3)', async () => {
    await running.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'abc' }));
    await running.s3.send(new HeadObjectCommand({ Bucket, Key }));
    for (const Range of ['bytes=0-0', 'bytes=1-1', 'bytes=2-2']) {
      await running.s3.send(new GetObjectCommand({ Bucket, Key, Range }));
    }
    expect(running.surroundings.metered.get('s3.getRequest')).toBe(4);
  });

  it('is three puts for listing 2,500 keys (O4)', async () => {
    insertObjects(2500);
    let ContinuationToken: string | undefined;
    let listed = 0;
    do {
      const page = await running.s3.send(new ListObjectsV2Command({ Bucket, ContinuationToken }));
      listed += page.KeyCount ?? 0;
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    expect(listed).toBe(2500);
    expect(Object.fromEntries(running.surroundings.metered)).toEqual({ 's3.putRequest': 3 });
  });

  it('is nothing for a deletion, and the full price for a request that is refused', async () => {
    await running.s3.send(new DeleteObjectCommand({ Bucket, Key }));
    const get = new GetObjectCommand({ Bucket, Key: 'missing' });
    await expect(running.s3.send(get)).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(Object.fromEntries(running.surroundings.metered)).toEqual({ 's3.getRequest': 1 });
  });

  /** Straight into the table: 2,500 puts would cost this test more than all the others. */
  function insertObjects(count: number): void {
    const details = {
      headers: {},
      checksums: {},
      tags: {},
      encryption: { algorithm: 'AES256', hasBucketKey: false },
    };
    const insert = running.surroundings.database.prepare(
      `INSERT INTO s3_version (bucket, key, version_id, is_latest, is_delete_marker, modified_at, etag, size, details, body)
       VALUES (?, ?, 'v', 1, 0, 0, 'e', 0, ?, x'')`,
    );
    for (let index = 0; index < count; index++) insert.run(Bucket, `key-${index}`, JSON.stringify(details));
  }
});
