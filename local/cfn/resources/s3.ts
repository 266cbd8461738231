import {
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { DeploymentContext } from '../deployment-context.ts';
import { physicalName } from '../physical-names.ts';
import { type ResourceFamily, resourceFamily } from '../resource-family.ts';
import { PolicyInTemplate } from './policy-in-template.ts';

const Retention = z.strictObject({
  Mode: z.enum(['COMPLIANCE', 'GOVERNANCE']),
  Days: z.number().optional(),
  Years: z.number().optional(),
});
const EncryptionRule = z.strictObject({
  BucketKeyEnabled: z.boolean().optional(),
  ServerSideEncryptionByDefault: z.strictObject({
    SSEAlgorithm: z.enum(['AES256', 'aws:kms']),
    KMSMasterKeyID: z.string().optional(),
  }),
});
const Properties = z.strictObject({
  BucketName: z.string().optional(),
  BucketEncryption: z.strictObject({ ServerSideEncryptionConfiguration: z.array(EncryptionRule) }).optional(),
  VersioningConfiguration: z.strictObject({ Status: z.enum(['Enabled', 'Suspended']) }).optional(),
  ObjectLockEnabled: z.boolean().optional(),
  ObjectLockConfiguration: z
    .strictObject({
      ObjectLockEnabled: z.literal('Enabled').optional(),
      Rule: z.strictObject({ DefaultRetention: Retention }).optional(),
    })
    .optional(),
});

/** S3 buckets and their policies. */
export function s3Families({ clients: { s3 }, region, access }: DeploymentContext): ResourceFamily[] {
  const bucket = resourceFamily({
    type: 'AWS::S3::Bucket',
    properties: Properties,
    ignored: [
      // Expiry by lifecycle rules is not emulated: nothing in the pipeline may rely on it to delete.
      'LifecycleConfiguration',
      'LoggingConfiguration',
      'MetricsConfigurations',
      'OwnershipControls',
      'PublicAccessBlockConfiguration',
      'Tags',
    ],
    async create({ type, logicalId, properties }) {
      const name = physicalName(type, logicalId, properties.BucketName);
      if (!(await exists(s3, name))) {
        await s3.send(
          new CreateBucketCommand({
            Bucket: name,
            ObjectLockEnabledForBucket: properties.ObjectLockEnabled ?? false,
          }),
        );
      }
      await configure(s3, name, properties);
      return {
        ref: name,
        attributes: {
          Arn: `arn:aws:s3:::${name}`,
          DomainName: `${name}.s3.amazonaws.com`,
          RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
        },
      };
    },
  });

  const policy = resourceFamily({
    type: 'AWS::S3::BucketPolicy',
    properties: z.strictObject({ Bucket: z.string(), PolicyDocument: PolicyInTemplate }),
    ignored: [],
    create({ logicalId, properties }) {
      access.addResourcePolicy(`arn:aws:s3:::${properties.Bucket}`, properties.PolicyDocument);
      return { ref: logicalId, attributes: {} };
    },
  });

  return [bucket, policy];
}

async function exists(s3: S3Client, name: string): Promise<boolean> {
  try {
    await s3.send(new HeadBucketCommand({ Bucket: name }));
    return true;
  } catch (error) {
    const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
    if ($metadata?.httpStatusCode === 404) return false;
    throw error;
  }
}

async function configure(s3: S3Client, name: string, properties: z.infer<typeof Properties>): Promise<void> {
  const { VersioningConfiguration, ObjectLockConfiguration: lock, BucketEncryption: encryption } = properties;
  if (encryption) await encrypt(s3, name, encryption.ServerSideEncryptionConfiguration);
  if (VersioningConfiguration) {
    await s3.send(new PutBucketVersioningCommand({ Bucket: name, VersioningConfiguration }));
  }
  if (!lock?.Rule) return;
  const { Mode, Days, Years } = lock.Rule.DefaultRetention;
  const DefaultRetention = { Mode, ...(Days ? { Days } : {}), ...(Years ? { Years } : {}) };
  await s3.send(
    new PutObjectLockConfigurationCommand({
      Bucket: name,
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention } },
    }),
  );
}

async function encrypt(
  s3: S3Client,
  name: string,
  rules: readonly z.infer<typeof EncryptionRule>[],
): Promise<void> {
  const Rules = rules.map(
    ({ BucketKeyEnabled, ServerSideEncryptionByDefault: { SSEAlgorithm, KMSMasterKeyID } }) => ({
      BucketKeyEnabled: BucketKeyEnabled ?? false,
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm, ...(KMSMasterKeyID ? { KMSMasterKeyID } : {}) },
    }),
  );
  const ServerSideEncryptionConfiguration = { Rules };
  await s3.send(new PutBucketEncryptionCommand({ Bucket: name, ServerSideEncryptionConfiguration }));
}
