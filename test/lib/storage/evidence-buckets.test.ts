import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { EvidenceBuckets } from '../../../lib/storage/evidence-buckets.ts';
import { projectContext } from '../../../lib/project-context.ts';
import { DeployedApp } from '../deployed-app.ts';

const app = new DeployedApp();
const buckets = app.ofType('AWS::S3::Bucket');
const { evidenceRetentionDays } = projectContext();

describe('the buckets', () => {
  it.each(['BucketsReports', 'BucketsLog'])(
    '%s of a demonstration locks what is put there for the configured days',
    (name) => {
      expect(app.find('AWS::S3::Bucket', name).properties).toMatchObject({
        ObjectLockEnabled: true,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: evidenceRetentionDays } },
        },
      });
    },
  );

  it('let nobody delete early what is real', () => {
    const stack = new Stack();
    new EvidenceBuckets(stack, 'Buckets', { retentionDays: 3, isErasable: false });
    const template = Template.fromStack(stack);
    const rule = { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3 } };
    const locked = { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: rule } };
    expect(Object.keys(template.findResources('AWS::S3::Bucket', { Properties: locked }))).toHaveLength(2);
  });

  it('lock nothing else, so that a list published by mistake can be removed', () => {
    const locked = buckets.filter(({ properties }) => properties.ObjectLockEnabled === true);
    expect(locked.map(({ name }) => name)).toEqual(['BucketsReports', 'BucketsLog']);
  });

  it('keep every version, but for the owner book: what is erased has to be gone from it', () => {
    const versioned = buckets.filter(({ properties }) => properties.VersioningConfiguration !== undefined);
    const others = buckets.filter((bucket) => !versioned.includes(bucket)).map(({ name }) => name);
    expect(others).toEqual(['OwnerBookBucket']);
  });

  it.each(buckets)('$name is encrypted and open to nobody', ({ properties }) => {
    expect(properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  it.each(buckets)('$name is not lost with its stack', (bucket) => {
    expect(bucket).toMatchObject({ deletionPolicy: 'Retain', updateReplacePolicy: 'Retain' });
  });

  it.each(buckets)('$name refuses everything that does not come over TLS', ({ name }) => {
    const { properties } = app.find('AWS::S3::BucketPolicy', `${name}Policy`);
    expect(properties.PolicyDocument).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Effect: 'Deny',
          Action: 's3:*',
          Principal: { AWS: '*' },
          Resource: [name, `${name}/*`],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ]) as unknown,
    });
  });

  it.each(buckets.filter(({ name }) => name !== 'BucketsAccessLogs'))(
    '$name writes down who reached for it',
    ({ properties }) => {
      expect(properties).toMatchObject({
        LoggingConfiguration: { DestinationBucketName: 'BucketsAccessLogs' },
      });
    },
  );

  it('expire access logs and the owner book only, its facts after 35 days', () => {
    const expiring = buckets.filter(({ properties }) => properties.LifecycleConfiguration !== undefined);
    expect(expiring.map(({ name }) => name)).toEqual(['BucketsAccessLogs', 'OwnerBookBucket']);
    expect(app.find('AWS::S3::Bucket', 'OwnerBookBucket').properties.LifecycleConfiguration).toMatchObject({
      Rules: expect.arrayContaining([
        { ExpirationInDays: 35, Prefix: 'book/', Status: 'Enabled' },
      ]) as unknown,
    });
  });
});
