import assert from 'node:assert/strict';
import {
  DeleteBucketCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutBucketEncryptionCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import type { Check } from '../check.ts';
import { inBucket } from './temporary-bucket.ts';

export const bucketChecks: readonly Check[] = [
  {
    service: 's3',
    rule: 'refuses to delete a bucket that holds an object, and knows no bucket that was never made',
    run: async ({ s3 }) => {
      await inBucket(s3, 'plain', async (Bucket) => {
        await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: '1' }));
        await assert.rejects(s3.send(new DeleteBucketCommand({ Bucket })), { name: 'BucketNotEmpty' });
        await assert.rejects(s3.send(new HeadBucketCommand({ Bucket: `${Bucket.slice(0, 50)}-not` })), {
          name: 'NotFound',
        });
      });
    },
  },
  {
    service: 's3',
    rule: 'says on each object how its bucket encrypts',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        const before = await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: '1' }));
        assert.equal(before.ServerSideEncryption, 'AES256');
        const rule = {
          ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' },
          BucketKeyEnabled: true,
        } as const;
        await s3.send(
          new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: [rule] } }),
        );
        const kept = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
        assert.equal(kept.ServerSideEncryptionConfiguration?.Rules?.[0]?.BucketKeyEnabled, true);
        await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: '1' }));
        const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'k' }));
        assert.equal(head.ServerSideEncryption, 'aws:kms');
        assert.equal(head.BucketKeyEnabled, true);
      }),
  },
  {
    service: 's3',
    rule: 'keeps the configurations of a bucket, and names the one that is missing',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        const PublicAccessBlockConfiguration = { BlockPublicAcls: true, BlockPublicPolicy: true };
        await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
        const kept = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
        assert.equal(kept.PublicAccessBlockConfiguration?.BlockPublicPolicy, true);
        await assert.rejects(s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket })), {
          name: 'NoSuchLifecycleConfiguration',
        });
      }),
  },
];
