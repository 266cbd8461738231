import type { ServiceResponse } from '../service.ts';
import { emptyAnswer, versionHeader, xmlAnswer } from './answers.ts';
import { byteRange } from './byte-range.ts';
import { checksumElements, checksumHeaders } from './checksums.ts';
import { checkReadConditions } from './conditions.ts';
import { encryptionHeaders, useKey } from './encryption.ts';
import { requireVersion, type FoundVersion } from './find-version.ts';
import { lockHeaders } from './object-lock.ts';
import { demandOnObject } from './permissions.ts';
import type { S3, S3Call, S3Operation } from './s3-call.ts';

export const getObject: S3Operation = (s3, call) => {
  const found = findReadable(s3, call);
  useKey(s3, call, found.version.details.encryption, 'kms:Decrypt');
  return describe(call, found, (range) => s3.versions.body(found.version, range));
};

export const headObject: S3Operation = (s3, call) => {
  const found = findReadable(s3, call);
  // Without the checksum nothing is decrypted (API reference, HeadObject, "Permissions").
  if (call.headers['x-amz-checksum-mode']) useKey(s3, call, found.version.details.encryption, 'kms:Decrypt');
  return describe(call, found, () => '');
};

export const getObjectAttributes: S3Operation = (s3, call) => {
  const { bucket, version } = findReadable(s3, call);
  demandOnObject(
    s3,
    call,
    call.query.has('versionId') ? 's3:GetObjectVersionAttributes' : 's3:GetObjectAttributes',
  );
  const wanted = new Set(
    (call.headers['x-amz-object-attributes'] ?? '').split(',').map((name) => name.trim()),
  );
  return xmlAnswer(
    'GetObjectAttributesResponse',
    {
      ETag: wanted.has('ETag') ? version.etag : undefined,
      Checksum: wanted.has('Checksum') ? checksumElements(version.details.checksums) : undefined,
      StorageClass: wanted.has('StorageClass') ? storageClass(version.details.headers) : undefined,
      ObjectSize: wanted.has('ObjectSize') ? version.size : undefined,
    },
    {
      'last-modified': new Date(version.modifiedAt).toUTCString(),
      ...versionHeader(bucket, version.versionId),
    },
  );
};

export function storageClass(headers: Readonly<Record<string, string>>): string {
  return headers['x-amz-storage-class'] ?? 'STANDARD';
}

function findReadable(s3: S3, call: S3Call): FoundVersion {
  demandOnObject(s3, call, call.query.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject');
  return requireVersion(s3, call);
}

function describe(
  call: S3Call,
  found: FoundVersion,
  read: (range: ReturnType<typeof byteRange>) => Buffer | string,
): ServiceResponse {
  const { version } = found;
  const headers = objectHeaders(found);
  if (checkReadConditions(call.headers, version) === 'notModified') return emptyAnswer(304, headers);
  const range = byteRange(call.headers.range, version.size);
  const { start, length } = range ?? { start: 0, length: version.size };
  return {
    status: range ? 206 : 200,
    body: read(range),
    headers: {
      ...headers,
      'accept-ranges': 'bytes',
      'content-length': String(length),
      ...(range ? { 'content-range': `bytes ${start}-${start + length - 1}/${version.size}` } : {}),
      // A checksum is of the whole object, so a range goes without.
      ...(call.headers['x-amz-checksum-mode'] && !range ? checksumHeaders(version.details.checksums) : {}),
      ...responseOverrides(call),
    },
  };
}

function objectHeaders({ bucket, version }: FoundVersion): Record<string, string> {
  const { details } = version;
  const tagCount = Object.keys(details.tags).length;
  return {
    etag: `"${version.etag}"`,
    'last-modified': new Date(version.modifiedAt).toUTCString(),
    ...details.headers,
    ...encryptionHeaders(details.encryption),
    ...lockHeaders(details),
    ...(tagCount > 0 ? { 'x-amz-tagging-count': String(tagCount) } : {}),
    ...versionHeader(bucket, version.versionId),
  };
}

/** `response-content-type=…` and the like, which presigned links use. */
function responseOverrides(call: S3Call): Record<string, string> {
  const prefix = 'response-';
  return Object.fromEntries(
    [...call.query]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
}
