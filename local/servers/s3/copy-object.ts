import { versionHeader, xmlAnswer } from './answers.ts';
import { checksumElements } from './checksums.ts';
import { encryptionHeaders, useKey } from './encryption.ts';
import { requireVersion, type Address, type FoundVersion } from './find-version.ts';
import { demandOnObject, objectArn } from './permissions.ts';
import type { S3, S3Call, S3Operation } from './s3-call.ts';
import { invalidArgument, notEmulated } from './s3-error.ts';
import { storeVersion } from './store-version.ts';
import type { ObjectDetails } from './version-store.ts';
import { readWriteOptions } from './write-options.ts';

export const copyObject: S3Operation = (s3, call) => {
  demandOnObject(s3, call, 's3:PutObject');
  if (call.headers['if-match'] !== undefined || call.headers['if-none-match'] !== undefined) {
    throw notEmulated('a condition on CopyObject');
  }
  const target = s3.buckets.require(call.bucket);
  const source = readSource(s3, call);
  const options = readWriteOptions(s3, call, target);
  const copy = storeVersion(s3, target, call.key, {
    body: s3.versions.body(source.version),
    details: copiedDetails(call, source.version.details, options),
  });
  const answered = {
    ...versionHeader(target, copy.versionId),
    ...encryptionHeaders(options.encryption),
    ...(source.bucket.versioning ? { 'x-amz-copy-source-version-id': source.version.versionId } : {}),
  };
  return xmlAnswer(
    'CopyObjectResult',
    {
      ETag: `"${copy.etag}"`,
      LastModified: new Date(copy.modifiedAt).toISOString(),
      ...checksumElements(copy.details.checksums),
    },
    answered,
  );
};

function readSource(s3: S3, call: S3Call): FoundVersion {
  const address = readCopySource(call.headers['x-amz-copy-source'] ?? '');
  const action = address.versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion';
  s3.access.demand(call.caller, action, objectArn(address.bucket, address.key));
  const source = requireVersion(s3, call, address);
  useKey(
    s3,
    { ...call, bucket: address.bucket },
    source.version.details.encryption,
    'kms:Decrypt',
    address.key,
  );
  return source;
}

/** `[/]bucket/key[?versionId=id]`, percent-encoded. */
function readCopySource(header: string): Address {
  const match = /^\/?([^/]+)\/([^?]+)(?:\?versionId=(.+))?$/.exec(header);
  if (!match) throw invalidArgument(`x-amz-copy-source is to be bucket/key, found ${header}`);
  const [, bucket = '', key = '', versionId] = match;
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key), versionId };
}

/** Metadata and tags are the source's unless the directives say REPLACE; lock and encryption are never copied. */
function copiedDetails(call: S3Call, source: ObjectDetails, options: ObjectDetails): ObjectDetails {
  return {
    ...options,
    checksums: source.checksums,
    headers: call.headers['x-amz-metadata-directive'] === 'REPLACE' ? options.headers : source.headers,
    tags: call.headers['x-amz-tagging-directive'] === 'REPLACE' ? options.tags : source.tags,
  };
}
