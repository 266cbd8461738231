import { xmlAnswer } from './answers.ts';
import { storageClass } from './get-object.ts';
import { behind, list, readFilter, type ListingFilter, type ListingStart } from './listing.ts';
import { demandOnBucket } from './permissions.ts';
import type { S3, S3Call, S3Operation } from './s3-call.ts';
import type { ObjectVersion } from './version-store.ts';

export const listObjectVersions: S3Operation = (s3, call) => {
  const filter = readFilter(call);
  demandOnBucket(s3, call, 's3:ListBucketVersions', { 's3:prefix': filter.prefix });
  const bucket = s3.buckets.require(call.bucket);
  const page = list(
    filter,
    startOf(s3, call, filter),
    ({ from, previous }) =>
      (previous && s3.versions.olderThan(previous)) ?? s3.versions.firstVersionFrom(bucket.name, from),
  );
  return xmlAnswer('ListVersionsResult', {
    Name: bucket.name,
    Prefix: filter.prefix,
    KeyMarker: call.query.get('key-marker') ?? '',
    VersionIdMarker: call.query.get('version-id-marker') ?? '',
    NextKeyMarker: page.next && (page.next.previous?.key ?? page.commonPrefixes.at(-1)),
    NextVersionIdMarker: page.next?.previous?.versionId,
    MaxKeys: filter.maxKeys,
    IsTruncated: page.next !== undefined,
    Version: page.entries.filter((version) => !version.isDeleteMarker).map(describeVersion),
    DeleteMarker: page.entries.filter((version) => version.isDeleteMarker).map(describeMarker),
    CommonPrefixes: page.commonPrefixes.map((Prefix) => ({ Prefix })),
  });
};

function startOf(s3: S3, call: S3Call, filter: ListingFilter): ListingStart<ObjectVersion> {
  const keyMarker = call.query.get('key-marker') ?? '';
  if (keyMarker === '') return { from: '' };
  const versionIdMarker = call.query.get('version-id-marker') ?? '';
  return {
    from: behind(keyMarker, filter),
    previous: versionIdMarker === '' ? undefined : s3.versions.find(call.bucket, keyMarker, versionIdMarker),
  };
}

function describeMarker(version: ObjectVersion) {
  return {
    Key: version.key,
    VersionId: version.versionId,
    IsLatest: version.isLatest,
    LastModified: new Date(version.modifiedAt).toISOString(),
  };
}

function describeVersion(version: ObjectVersion) {
  return {
    ...describeMarker(version),
    ETag: `"${version.etag}"`,
    Size: version.size,
    StorageClass: storageClass(version.details.headers),
  };
}
