import { customerKeyArn } from '../customer-key.ts';
import { objectArn, bucketArn } from './permissions.ts';
import type { S3, S3Call } from './s3-call.ts';
import { invalidRequest, notEmulated } from './s3-error.ts';
import { readXml, textAt } from './xml-reader.ts';

/** How an object is said to be encrypted. Nothing is: the headers, grants and KMS requests are what is emulated. */
export interface Encryption {
  readonly algorithm: 'AES256' | 'aws:kms';
  readonly keyId?: string | undefined;
  readonly hasBucketKey: boolean;
}

/** Every bucket without a setting of its own encrypts like this since January 2023. */
const defaultEncryption: Encryption = { algorithm: 'AES256', hasBucketKey: false };

/** The request's own choice, or else the bucket's default. */
export function chooseEncryption(call: S3Call, bucketDefault: string | undefined): Encryption {
  const algorithm = call.headers['x-amz-server-side-encryption'];
  const fallback = bucketDefault === undefined ? defaultEncryption : readDefault(bucketDefault);
  if (algorithm === undefined) return fallback;
  const bucketKey = call.headers['x-amz-server-side-encryption-bucket-key-enabled'];
  return {
    algorithm: knownAlgorithm(algorithm),
    keyId: call.headers['x-amz-server-side-encryption-aws-kms-key-id'],
    hasBucketKey: bucketKey === undefined ? fallback.hasBucketKey : bucketKey === 'true',
  };
}

export function encryptionHeaders(encryption: Encryption): Record<string, string> {
  const headers: Record<string, string> = { 'x-amz-server-side-encryption': encryption.algorithm };
  if (encryption.keyId) headers['x-amz-server-side-encryption-aws-kms-key-id'] = encryption.keyId;
  if (encryption.hasBucketKey) headers['x-amz-server-side-encryption-bucket-key-enabled'] = 'true';
  return headers;
}

/** What S3 asks KMS on the caller's behalf: the caller needs the grant, and pays the request unless a bucket key is on. */
export function useKey(
  s3: S3,
  call: S3Call,
  encryption: Encryption,
  action: 'kms:GenerateDataKey' | 'kms:Decrypt',
  key = call.key,
): void {
  if (encryption.algorithm !== 'aws:kms') return;
  const keyArn = keyOf(encryption, s3);
  if (keyArn !== undefined) {
    const context = encryption.hasBucketKey ? bucketArn(call.bucket) : objectArn(call.bucket, key);
    s3.access.demand(call.caller, action, keyArn, {
      'kms:ViaService': `s3.${s3.region}.amazonaws.com`,
      'kms:EncryptionContext:aws:s3:arn': context,
    });
  }
  if (!encryption.hasBucketKey) call.alsoBilled.push('kms.symmetricRequest');
}

function keyOf(encryption: Encryption, s3: S3): string | undefined {
  try {
    return customerKeyArn(encryption.keyId, s3);
  } catch (error) {
    throw error instanceof RangeError ? invalidRequest(error.message) : error;
  }
}

function readDefault(configuration: string): Encryption {
  const rule = ['Rule', 'ApplyServerSideEncryptionByDefault'];
  const root = readXml(Buffer.from(configuration));
  return {
    algorithm: knownAlgorithm(textAt(root, ...rule, 'SSEAlgorithm') ?? 'AES256'),
    keyId: textAt(root, ...rule, 'KMSMasterKeyID'),
    hasBucketKey: textAt(root, 'Rule', 'BucketKeyEnabled') === 'true',
  };
}

function knownAlgorithm(algorithm: string): Encryption['algorithm'] {
  if (algorithm === 'AES256' || algorithm === 'aws:kms') return algorithm;
  throw notEmulated(`the encryption ${algorithm}`);
}
