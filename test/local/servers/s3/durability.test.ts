import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  UploadPartCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startS3, type RunningS3 } from './running-s3.ts';

const Bucket = 'evidence';
const Key = 'report.json';

describe('S3 after a restart', () => {
  let folder: string;
  let running: RunningS3;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 's3-durability-'));
    running = await startS3({ database: new DatabaseSync(join(folder, 'local.sqlite')) });
    await running.s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
  });

  afterEach(async () => {
    await running.stop();
    rmSync(folder, { recursive: true });
  });

  /** As after `kill -9`: the first process closes nothing, and the second sees only the file. */
  async function restart(): Promise<S3Client> {
    await running.stop();
    running = await startS3({ database: new DatabaseSync(join(folder, 'local.sqlite')) });
    return running.s3;
  }

  it('still has each version, its bytes and its metadata', async () => {
    const first = await running.s3.send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: 'one',
        ContentType: 'application/json',
        Metadata: { run: '7' },
      }),
    );
    await running.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'two' }));
    const s3 = await restart();
    const old = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId: first.VersionId }));
    expect(await old.Body?.transformToString()).toBe('one');
    expect(old.ContentType).toBe('application/json');
    expect(old.Metadata).toEqual({ run: '7' });
    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    expect(listed.Versions?.map(({ IsLatest }) => IsLatest)).toEqual([true, false]);
  });

  it('still keeps locked what was locked', async () => {
    const { VersionId } = await running.s3.send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: 'locked',
        ObjectLockMode: 'COMPLIANCE',
        ObjectLockRetainUntilDate: new Date('2028-01-01T00:00:00Z'),
        ObjectLockLegalHoldStatus: 'ON',
      }),
    );
    const s3 = await restart();
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head.ObjectLockMode).toBe('COMPLIANCE');
    expect(head.ObjectLockRetainUntilDate).toEqual(new Date('2028-01-01T00:00:00Z'));
    expect(head.ObjectLockLegalHoldStatus).toBe('ON');
    await expect(s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }))).rejects.toThrow(
      'Access Denied',
    );
  });

  it('goes on with a multipart upload that was begun before', async () => {
    const { UploadId } = await running.s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    const target = { Bucket, Key, UploadId };
    const part = await running.s3.send(new UploadPartCommand({ ...target, PartNumber: 1, Body: 'part' }));
    const s3 = await restart();
    const Parts = [{ PartNumber: 1, ETag: part.ETag, ChecksumCRC32: part.ChecksumCRC32 }];
    await s3.send(new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts } }));
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await got.Body?.transformToString()).toBe('part');
  });

  it('has nothing of a request that was refused half-way', async () => {
    await running.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'one' }));
    const again = new PutObjectCommand({ Bucket, Key, Body: 'two', IfNoneMatch: '*' });
    await expect(running.s3.send(again)).rejects.toThrow('pre-conditions');
    const s3 = await restart();
    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    expect(listed.Versions).toHaveLength(1);
  });
});
