import type { Bucket } from './bucket-store.ts';
import { maySeeKeys } from './permissions.ts';
import type { S3, S3Call } from './s3-call.ts';
import { S3Error, accessDenied, noSuchKey } from './s3-error.ts';
import type { ObjectVersion } from './version-store.ts';

export interface FoundVersion {
  readonly bucket: Bucket;
  readonly version: ObjectVersion;
}

/** Which object a request is on. */
export interface Address {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string | undefined;
}

/**
 * The version that a request means: the one named by `versionId`, or else the newest.
 *
 * @throws S3Error `NoSuchBucket`, `NoSuchKey`, `NoSuchVersion`, `MethodNotAllowed` on a delete marker, or
 *   `AccessDenied` in place of the two 404s when the caller may not list the bucket
 */
export function requireVersion(s3: S3, call: S3Call, address: Address = addressOf(call)): FoundVersion {
  const bucket = s3.buckets.require(address.bucket);
  const { key, versionId } = address;
  const version =
    versionId === undefined
      ? s3.versions.latest(bucket.name, key)
      : s3.versions.find(bucket.name, key, versionId);
  if (version && !version.isDeleteMarker) return { bucket, version };
  if (!maySeeKeys(s3, call, bucket.name)) {
    throw accessDenied(`Access Denied: ${key} is missing, and without s3:ListBucket S3 does not say so`);
  }
  if (!version && versionId !== undefined) {
    throw new S3Error(404, 'NoSuchVersion', `The specified version does not exist: ${versionId}`);
  }
  const markerHeaders = version
    ? { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId }
    : undefined;
  if (markerHeaders && versionId !== undefined) {
    throw new S3Error(405, 'MethodNotAllowed', 'The specified version is a delete marker.', markerHeaders);
  }
  throw noSuchKey(key, markerHeaders);
}

function addressOf(call: S3Call): Address {
  return { bucket: call.bucket, key: call.key, versionId: call.query.get('versionId') ?? undefined };
}
