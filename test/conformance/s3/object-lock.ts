import assert from 'node:assert/strict';
import {
  DeleteObjectCommand,
  GetObjectLegalHoldCommand,
  GetObjectRetentionCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3';
import type { Check } from '../check.ts';
import { inBucket, readText } from './temporary-bucket.ts';

const dayMs = 86_400_000;

// GOVERNANCE throughout: what COMPLIANCE keeps, a check on a real account could not remove again.
export const objectLockChecks: readonly Check[] = [
  {
    service: 's3',
    rule: 'keeps a retained version against deletion, while a plain delete and a new put go on',
    run: ({ s3 }) =>
      inBucket(s3, 'locked', async (Bucket) => {
        const Key = 'kept';
        const retention = {
          ObjectLockMode: 'GOVERNANCE',
          ObjectLockRetainUntilDate: new Date(Date.now() + dayMs),
        } as const;
        const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key, Body: '1', ...retention }));
        const destroy = new DeleteObjectCommand({ Bucket, Key, VersionId });
        await assert.rejects(s3.send(destroy), { name: 'AccessDenied' });
        await s3.send(new DeleteObjectCommand({ Bucket, Key }));
        await s3.send(new PutObjectCommand({ Bucket, Key, Body: '2' }));
        assert.equal(await readText(s3, { Bucket, Key, VersionId }), '1');
      }),
  },
  {
    service: 's3',
    rule: 'gives a new object the default retention of its bucket',
    run: ({ s3 }) =>
      inBucket(s3, 'locked', async (Bucket) => {
        await s3.send(
          new PutObjectLockConfigurationCommand({
            Bucket,
            ObjectLockConfiguration: {
              ObjectLockEnabled: 'Enabled',
              Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } },
            },
          }),
        );
        await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: '1' }));
        const { Retention } = await s3.send(new GetObjectRetentionCommand({ Bucket, Key: 'k' }));
        assert.equal(Retention?.Mode, 'GOVERNANCE');
        assert.ok(Retention.RetainUntilDate);
      }),
  },
  {
    service: 's3',
    rule: 'prolongs a retention freely, and shortens it only by bypassing governance',
    run: ({ s3 }) =>
      inBucket(s3, 'locked', async (Bucket) => {
        const Key = 'k';
        await s3.send(new PutObjectCommand({ Bucket, Key, Body: '1' }));
        const retain = (days: number, bypass: { BypassGovernanceRetention?: boolean } = {}) =>
          s3.send(
            new PutObjectRetentionCommand({
              Bucket,
              Key,
              Retention: { Mode: 'GOVERNANCE', RetainUntilDate: new Date(Date.now() + days * dayMs) },
              ...bypass,
            }),
          );
        await retain(1);
        await retain(3);
        await assert.rejects(retain(2), { name: 'AccessDenied' });
        await retain(2, { BypassGovernanceRetention: true });
      }),
  },
  {
    service: 's3',
    rule: 'keeps a version under legal hold whoever asks, until the hold is lifted',
    run: ({ s3 }) =>
      inBucket(s3, 'locked', async (Bucket) => {
        const Key = 'held';
        const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key, Body: '1' }));
        await s3.send(new PutObjectLegalHoldCommand({ Bucket, Key, LegalHold: { Status: 'ON' } }));
        const held = await s3.send(new GetObjectLegalHoldCommand({ Bucket, Key }));
        assert.equal(held.LegalHold?.Status, 'ON');
        const destroy = new DeleteObjectCommand({ Bucket, Key, VersionId, BypassGovernanceRetention: true });
        await assert.rejects(s3.send(destroy), { name: 'AccessDenied' });
        await s3.send(new PutObjectLegalHoldCommand({ Bucket, Key, LegalHold: { Status: 'OFF' } }));
        await s3.send(destroy);
      }),
  },
  {
    service: 's3',
    rule: 'refuses to suspend versioning where Object Lock is on, and locks where it is off',
    run: async ({ s3 }) => {
      await inBucket(s3, 'locked', async (Bucket) => {
        const VersioningConfiguration = { Status: 'Suspended' } as const;
        const suspend = new PutBucketVersioningCommand({ Bucket, VersioningConfiguration });
        await assert.rejects(s3.send(suspend), { name: 'InvalidBucketState' });
      });
      await inBucket(s3, 'versioned', async (Bucket) => {
        const put = new PutObjectCommand({ Bucket, Key: 'k', Body: '1', ObjectLockLegalHoldStatus: 'ON' });
        await assert.rejects(s3.send(put), { name: 'InvalidRequest' });
      });
    },
  },
];
