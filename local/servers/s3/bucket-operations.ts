import { emptyAnswer, xmlAnswer } from './answers.ts';
import { defaultRetention } from './object-lock.ts';
import { readPayload } from './payload.ts';
import { demandOnBucket } from './permissions.ts';
import type { S3Operation } from './s3-call.ts';
import { S3Error, invalidRequest } from './s3-error.ts';
import { readXml, textAt } from './xml-reader.ts';

// S3 user guide, "General purpose bucket naming rules".
const bucketName = /^(?!\d+\.\d+\.\d+\.\d+$)[a-z\d][a-z\d.-]{1,61}[a-z\d]$/;

export const listBuckets: S3Operation = (s3, call) => {
  s3.access.demand(call.caller, 's3:ListAllMyBuckets', '*');
  const buckets = s3.buckets.all().map((bucket) => ({
    Name: bucket.name,
    CreationDate: new Date(bucket.createdAt).toISOString(),
  }));
  return xmlAnswer('ListAllMyBucketsResult', {
    Owner: { ID: s3.account },
    Buckets: { Bucket: buckets },
  });
};

export const createBucket: S3Operation = (s3, call) => {
  demandOnBucket(s3, call, 's3:CreateBucket');
  if (!bucketName.test(call.bucket)) {
    throw new S3Error(400, 'InvalidBucketName', `The specified bucket is not valid: ${call.bucket}`);
  }
  if (s3.buckets.find(call.bucket)) {
    throw new S3Error(409, 'BucketAlreadyOwnedByYou', `You already own a bucket named ${call.bucket}`);
  }
  const hasObjectLock = call.headers['x-amz-bucket-object-lock-enabled'] === 'true';
  if (hasObjectLock) {
    demandOnBucket(s3, call, 's3:PutBucketObjectLockConfiguration');
    demandOnBucket(s3, call, 's3:PutBucketVersioning');
  }
  s3.buckets.create({
    name: call.bucket,
    createdAt: s3.clock.now(),
    versioning: hasObjectLock ? 'Enabled' : undefined,
    hasObjectLock,
  });
  return emptyAnswer(200, { location: `/${call.bucket}` });
};

export const headBucket: S3Operation = (s3, call) => {
  demandOnBucket(s3, call, 's3:ListBucket');
  s3.buckets.require(call.bucket);
  return emptyAnswer(200, { 'x-amz-bucket-region': s3.region });
};

export const deleteBucket: S3Operation = (s3, call) => {
  demandOnBucket(s3, call, 's3:DeleteBucket');
  const bucket = s3.buckets.require(call.bucket);
  if (!s3.versions.isEmpty(bucket.name)) {
    throw new S3Error(
      409,
      'BucketNotEmpty',
      'The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
    );
  }
  s3.buckets.remove(bucket.name);
  return emptyAnswer(204);
};

export const getBucketLocation: S3Operation = (s3, call) => {
  demandOnBucket(s3, call, 's3:GetBucketLocation');
  s3.buckets.require(call.bucket);
  // us-east-1 is written as nothing, for reasons of age.
  return xmlAnswer('LocationConstraint', s3.region === 'us-east-1' ? {} : { LocationConstraint: s3.region });
};

export const getBucketVersioning: S3Operation = (s3, call) => {
  demandOnBucket(s3, call, 's3:GetBucketVersioning');
  return xmlAnswer('VersioningConfiguration', { Status: s3.buckets.require(call.bucket).versioning });
};

export const putBucketVersioning: S3Operation = (s3, call) => {
  demandOnBucket(s3, call, 's3:PutBucketVersioning');
  const bucket = s3.buckets.require(call.bucket);
  const status = textAt(readXml(readPayload(call).body), 'Status');
  if (status !== 'Enabled' && status !== 'Suspended') {
    throw new S3Error(400, 'IllegalVersioningConfigurationException', `Status is ${status ?? 'missing'}`);
  }
  if (bucket.hasObjectLock && status === 'Suspended') {
    throw new S3Error(
      409,
      'InvalidBucketState',
      'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
    );
  }
  s3.buckets.replace({ ...bucket, versioning: status });
  return emptyAnswer();
};

export const getObjectLockConfiguration: S3Operation = (s3, call) => {
  demandOnBucket(s3, call, 's3:GetBucketObjectLockConfiguration');
  const bucket = s3.buckets.require(call.bucket);
  if (!bucket.hasObjectLock) {
    throw new S3Error(
      404,
      'ObjectLockConfigurationNotFoundError',
      'Object Lock configuration does not exist for this bucket',
    );
  }
  const kept = s3.buckets.configuration(bucket.name, 'object-lock');
  if (kept === undefined) return xmlAnswer('ObjectLockConfiguration', { ObjectLockEnabled: 'Enabled' });
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: kept };
};

export const putObjectLockConfiguration: S3Operation = (s3, call) => {
  demandOnBucket(s3, call, 's3:PutBucketObjectLockConfiguration');
  const bucket = s3.buckets.require(call.bucket);
  if (bucket.versioning !== 'Enabled') {
    throw new S3Error(
      409,
      'InvalidBucketState',
      "Versioning must be 'Enabled' on the bucket to apply Object Lock",
    );
  }
  const document = readPayload(call).body.toString('utf8');
  if (textAt(readXml(Buffer.from(document)), 'ObjectLockEnabled') !== 'Enabled') {
    throw invalidRequest('ObjectLockEnabled must be Enabled: Object Lock cannot be taken off a bucket');
  }
  // Read once now, so that a rule that makes no sense is refused here and not at the first object.
  defaultRetention(document, s3.clock.now());
  s3.buckets.replace({ ...bucket, hasObjectLock: true });
  s3.buckets.keepConfiguration(bucket.name, 'object-lock', document);
  return emptyAnswer();
};
