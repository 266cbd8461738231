import {
  CreateBucketCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startS3, type RunningS3 } from './running-s3.ts';

const Bucket = 'evidence';
const Key = 'seal';
// The test clock starts at 2026-01-01.
const until = new Date('2028-01-01T00:00:00Z');

describe('COMPLIANCE retention', () => {
  let running: RunningS3;

  beforeEach(async () => {
    running = await startS3();
    await running.s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
  });

  afterEach(() => running.stop());

  const putLocked = () =>
    running.s3.send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: 'x',
        ObjectLockMode: 'COMPLIANCE',
        ObjectLockRetainUntilDate: until,
      }),
    );

  it('cannot be bypassed, shortened or weakened before its date', async () => {
    const { VersionId } = await putLocked();
    const bypass = { BypassGovernanceRetention: true };
    const destroy = new DeleteObjectCommand({ Bucket, Key, VersionId, ...bypass });
    await expect(running.s3.send(destroy)).rejects.toMatchObject({ name: 'AccessDenied' });
    const retain = (Mode: 'GOVERNANCE' | 'COMPLIANCE', RetainUntilDate: Date) =>
      running.s3.send(
        new PutObjectRetentionCommand({ Bucket, Key, Retention: { Mode, RetainUntilDate }, ...bypass }),
      );
    await expect(retain('COMPLIANCE', new Date('2027-12-31T00:00:00Z'))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await expect(retain('GOVERNANCE', until)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('ends at its date by the injected clock', async () => {
    const { VersionId } = await putLocked();
    await running.surroundings.clock.advanceTo(until.getTime() + 1);
    await running.s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    await expect(running.s3.send(new HeadObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  it('comes from the bucket in calendar years, over a leap day too', async () => {
    await running.surroundings.clock.advanceTo(Date.parse('2027-03-01T00:00:00Z'));
    await running.s3.send(
      new PutObjectLockConfigurationCommand({
        Bucket,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 2 } },
        },
      }),
    );
    await running.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    const head = await running.s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head.ObjectLockRetainUntilDate?.toISOString().slice(0, 10)).toBe('2029-03-01');
  });

  it('must lie in the future', async () => {
    const put = new PutObjectCommand({
      Bucket,
      Key,
      Body: 'x',
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate: new Date('2025-12-31T00:00:00Z'),
    });
    await expect(running.s3.send(put)).rejects.toMatchObject({ name: 'InvalidArgument' });
  });
});
