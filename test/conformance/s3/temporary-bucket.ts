import { randomUUID } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectLegalHoldCommand,
  type GetObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';

export type BucketKind = 'plain' | 'versioned' | 'locked';

/** Runs `work` in a new bucket, and removes it with everything inside. */
export async function inBucket(
  s3: S3Client,
  kind: BucketKind,
  work: (bucket: string) => Promise<void>,
): Promise<void> {
  const bucket = `kyc-conformance-${randomUUID()}`;
  await s3.send(new CreateBucketCommand({ Bucket: bucket, ObjectLockEnabledForBucket: kind === 'locked' }));
  try {
    if (kind === 'versioned') {
      const setting = { Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } } as const;
      await s3.send(new PutBucketVersioningCommand(setting));
    }
    await work(bucket);
  } finally {
    await empty(s3, bucket, kind);
    await s3.send(new DeleteBucketCommand({ Bucket: bucket }));
  }
}

export async function readText(s3: S3Client, input: GetObjectCommandInput): Promise<string | undefined> {
  const { Body } = await s3.send(new GetObjectCommand(input));
  return Body?.transformToString();
}

async function empty(s3: S3Client, bucket: string, kind: BucketKind): Promise<void> {
  const { Versions = [], DeleteMarkers = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket: bucket }),
  );
  const isLocked = kind === 'locked';
  for (const { Key, VersionId } of Versions) {
    const version = { Bucket: bucket, Key, VersionId };
    if (isLocked) await s3.send(new PutObjectLegalHoldCommand({ ...version, LegalHold: { Status: 'OFF' } }));
    await s3.send(
      new DeleteObjectCommand({ ...version, ...(isLocked ? { BypassGovernanceRetention: true } : {}) }),
    );
  }
  for (const { Key, VersionId } of DeleteMarkers) {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId }));
  }
}
