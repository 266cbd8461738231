import { xmlAnswer } from './answers.ts';
import { storageClass } from './get-object.ts';
import { behind, list, readFilter, type ListingFilter, type ListingStart } from './listing.ts';
import { demandOnBucket } from './permissions.ts';
import type { S3Call, S3Operation } from './s3-call.ts';
import type { ObjectVersion } from './version-store.ts';

export const listObjectsV2: S3Operation = (s3, call) => {
  const filter = readFilter(call);
  demandOnBucket(s3, call, 's3:ListBucket', { 's3:prefix': filter.prefix });
  const bucket = s3.buckets.require(call.bucket);
  const token = call.query.get('continuation-token') ?? undefined;
  const page = list(filter, { from: startOf(call, filter, token) }, ({ from }: ListingStart<ObjectVersion>) =>
    s3.versions.firstFrom(bucket.name, from),
  );
  return xmlAnswer('ListBucketResult', {
    Name: bucket.name,
    Prefix: filter.prefix,
    Delimiter: filter.delimiter,
    StartAfter: call.query.get('start-after') ?? undefined,
    ContinuationToken: token,
    NextContinuationToken: page.next && Buffer.from(page.next.from).toString('base64'),
    KeyCount: page.entries.length + page.commonPrefixes.length,
    MaxKeys: filter.maxKeys,
    IsTruncated: page.next !== undefined,
    Contents: page.entries.map((version) => ({
      Key: version.key,
      LastModified: new Date(version.modifiedAt).toISOString(),
      ETag: `"${version.etag}"`,
      ChecksumAlgorithm: Object.keys(version.details.checksums).map((name) => name.toUpperCase()),
      Size: version.size,
      StorageClass: storageClass(version.details.headers),
    })),
    CommonPrefixes: page.commonPrefixes.map((Prefix) => ({ Prefix })),
  });
};

function startOf(call: S3Call, filter: ListingFilter, token: string | undefined): string {
  if (token !== undefined) return Buffer.from(token, 'base64').toString();
  const startAfter = call.query.get('start-after') ?? '';
  return startAfter === '' ? '' : behind(startAfter, { ...filter, delimiter: undefined });
}
