import {
  CreateBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutBucketEncryptionCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import type { Surroundings } from '../../../../local/surroundings.ts';
import { forbidding, startS3, type RunningS3 } from './running-s3.ts';

const Bucket = 'evidence';
const Key = 'k';
const keyArn = 'arn:aws:kms:us-east-1:000000000000:key/1';

describe('S3 permissions', () => {
  let running: RunningS3 | undefined;

  afterEach(() => running?.stop());

  async function start(options: { overrides?: Partial<Surroundings>; hasObjectLock?: boolean } = {}) {
    running = await startS3(options.overrides);
    await running.s3.send(
      new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: options.hasObjectLock ?? false }),
    );
    running.surroundings.demanded.length = 0;
    return running;
  }

  const actionsOf = ({ surroundings }: RunningS3) =>
    surroundings.demanded.map(({ action, resource }) => `${action} ${resource}`);

  it('tells a caller who may not list the bucket 403 of a missing key', async () => {
    const { s3 } = await start({ overrides: forbidding('s3:ListBucket') });
    await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('answers AccessDenied in XML, and stores nothing, when the put is forbidden', async () => {
    const { s3, surroundings } = await start({ overrides: forbidding('s3:PutObject') });
    const put = new PutObjectCommand({ Bucket, Key, Body: 'x' });
    await expect(s3.send(put)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: /may not s3:PutObject/,
    });
    expect(surroundings.database.prepare('SELECT count(*) AS n FROM s3_version').get()).toEqual({ n: 0 });
  });

  it('asks for the lock grants beside s3:PutObject when a put brings retention and legal hold', async () => {
    const s3 = await start({ hasObjectLock: true });
    await s3.s3.send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: 'x',
        ObjectLockMode: 'GOVERNANCE',
        ObjectLockRetainUntilDate: new Date('2028-01-01T00:00:00Z'),
        ObjectLockLegalHoldStatus: 'ON',
      }),
    );
    expect(actionsOf(s3)).toEqual([
      's3:PutObject arn:aws:s3:::evidence/k',
      's3:PutObjectRetention arn:aws:s3:::evidence/k',
      's3:PutObjectLegalHold arn:aws:s3:::evidence/k',
    ]);
  });

  it('asks for the version grant when a version is named', async () => {
    const s3 = await start({ hasObjectLock: true });
    const { VersionId } = await s3.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    s3.surroundings.demanded.length = 0;
    await s3.s3.send(new HeadObjectCommand({ Bucket, Key, VersionId }));
    expect(actionsOf(s3)).toEqual(['s3:GetObjectVersion arn:aws:s3:::evidence/k']);
  });

  it('refuses the keys of a batch deletion one by one', async () => {
    const { s3 } = await start({ overrides: forbidding('s3:DeleteObjectVersion') });
    const Objects = [{ Key: 'a' }, { Key: 'b', VersionId: 'null' }];
    const result = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(result.Deleted?.map((entry) => entry.Key)).toEqual(['a']);
    expect(result.Errors?.map((entry) => [entry.Key, entry.Code])).toEqual([['b', 'AccessDenied']]);
  });

  it.each([
    { hasBucketKey: false, billed: 2 },
    { hasBucketKey: true, billed: undefined },
  ])(
    'uses the bucket’s KMS key in the caller’s name, billed $billed with bucket key $hasBucketKey',
    async (row) => {
      const s3 = await start();
      await s3.s3.send(
        new PutBucketEncryptionCommand({
          Bucket,
          ServerSideEncryptionConfiguration: {
            Rules: [
              {
                ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn },
                BucketKeyEnabled: row.hasBucketKey,
              },
            ],
          },
        }),
      );
      s3.surroundings.demanded.length = 0;
      await s3.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
      await s3.s3.send(new GetObjectCommand({ Bucket, Key }));
      expect(actionsOf(s3)).toEqual([
        's3:PutObject arn:aws:s3:::evidence/k',
        `kms:GenerateDataKey ${keyArn}`,
        's3:GetObject arn:aws:s3:::evidence/k',
        `kms:Decrypt ${keyArn}`,
      ]);
      expect(s3.surroundings.metered.get('kms.symmetricRequest')).toBe(row.billed);
    },
  );
});
