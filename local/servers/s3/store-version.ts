import { createHash, randomBytes } from 'node:crypto';
import type { Bucket } from './bucket-store.ts';
import { defaultRetention } from './object-lock.ts';
import type { S3 } from './s3-call.ts';
import { S3Error, notEmulated } from './s3-error.ts';
import type { NewVersion, ObjectDetails } from './version-store.ts';

export interface Content {
  readonly body: Buffer;
  /** Given for multipart objects; otherwise it follows from the bytes. */
  readonly etag?: string;
  readonly details: ObjectDetails;
}

// SQLITE_MAX_LENGTH as it is built into Node: what one row can hold. AWS takes 5 GB in one put, and more in parts.
const largestBodyBytes = 1_000_000_000;
// S3 user guide, "Naming Amazon S3 objects".
const longestKeyBytes = 1024;

/** Makes `content` the newest version under `key`, under the bucket's default retention when it brings none. */
export function storeVersion(s3: S3, bucket: Bucket, key: string, content: Content): NewVersion {
  refuseOversized(key, content.body);
  const now = s3.clock.now();
  const retention =
    content.details.retention ?? defaultRetention(s3.buckets.configuration(bucket.name, 'object-lock'), now);
  const version: NewVersion = {
    bucket: bucket.name,
    key,
    versionId: newVersionId(bucket),
    isDeleteMarker: false,
    modifiedAt: now,
    etag: content.etag ?? etagOf(content),
    body: content.body,
    details: { ...content.details, retention },
  };
  s3.versions.add(version);
  return version;
}

export function storeDeleteMarker(s3: S3, bucket: Bucket, key: string): NewVersion {
  const marker: NewVersion = {
    bucket: bucket.name,
    key,
    versionId: newVersionId(bucket),
    isDeleteMarker: true,
    modifiedAt: s3.clock.now(),
    etag: '',
    body: Buffer.alloc(0),
    details: {
      headers: {},
      checksums: {},
      tags: {},
      encryption: { algorithm: 'AES256', hasBucketKey: false },
    },
  };
  s3.versions.add(marker);
  return marker;
}

/** MD5 of the bytes; under SSE-KMS it says nothing of them, as on AWS, so that nobody comes to rely on it. */
function etagOf(content: Content): string {
  const hash = createHash('md5').update(content.body);
  if (content.details.encryption.algorithm === 'aws:kms') hash.update(randomBytes(16));
  return hash.digest('hex');
}

function refuseOversized(key: string, body: Buffer): void {
  if (body.length > largestBodyBytes) {
    throw notEmulated(`an object of ${body.length} bytes, more than ${largestBodyBytes},`);
  }
  if (Buffer.byteLength(key) > longestKeyBytes) {
    throw new S3Error(
      400,
      'KeyTooLongError',
      `The key has more than ${longestKeyBytes} bytes of UTF-8: ${key}`,
    );
  }
}

function newVersionId(bucket: Bucket): string {
  return bucket.versioning === 'Enabled' ? randomBytes(24).toString('base64url') : 'null';
}
