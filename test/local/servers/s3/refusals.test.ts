import {
  CopyObjectCommand,
  CreateBucketCommand,
  GetBucketAccelerateConfigurationCommand,
  GetObjectCommand,
  ListObjectsCommand,
  PutObjectCommand,
  UploadPartCopyCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startS3, type RunningS3 } from './running-s3.ts';

const Bucket = 'evidence';
const Key = 'k';

describe('what the embedded S3 does not do', () => {
  let running: RunningS3;

  beforeEach(async () => {
    running = await startS3();
    await running.s3.send(new CreateBucketCommand({ Bucket }));
  });

  afterEach(() => running.stop());

  const cases: readonly (readonly [string, (s3: S3Client) => Promise<unknown>])[] = [
    ['the older listing', (s3) => s3.send(new ListObjectsCommand({ Bucket }))],
    ['acceleration', (s3) => s3.send(new GetBucketAccelerateConfigurationCommand({ Bucket }))],
    ['ACLs', (s3) => s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', ACL: 'public-read' }))],
    ['a part of an object', (s3) => s3.send(new GetObjectCommand({ Bucket, Key, PartNumber: 1 }))],
    [
      'If-None-Match with an ETag on a write',
      (s3) => s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', IfNoneMatch: '"e"' })),
    ],
    [
      'conditions on a copy source',
      (s3) =>
        s3.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/a`, CopySourceIfMatch: '"e"' })),
    ],
    [
      'parts copied from objects',
      (s3) =>
        s3.send(
          new UploadPartCopyCommand({ Bucket, Key, CopySource: `${Bucket}/a`, UploadId: 'u', PartNumber: 1 }),
        ),
    ],
  ];

  it.each(cases)('is refused as not implemented, never ignored: %s', async (_, send) => {
    await expect(send(running.s3)).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});
