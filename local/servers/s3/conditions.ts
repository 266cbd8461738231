import { noSuchKey, notEmulated, preconditionFailed } from './s3-error.ts';
import type { ObjectVersion } from './version-store.ts';

type Headers = Readonly<Record<string, string>>;

/**
 * Compares `If-None-Match: *` and `If-Match` of a write or delete with what stands under the key now.
 *
 * @throws S3Error `PreconditionFailed` (412), `NoSuchKey` for `If-Match` on nothing, `NotImplemented` for an
 *   `If-None-Match` other than `*`, as S3 answers
 */
export function checkWriteConditions(headers: Headers, key: string, latest: ObjectVersion | undefined): void {
  const existing = latest?.isDeleteMarker === false ? latest : undefined;
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*')
    throw notEmulated(`If-None-Match: ${ifNoneMatch} on a write`);
  if (ifNoneMatch !== undefined && existing) throw preconditionFailed('If-None-Match');
  const ifMatch = headers['if-match'];
  if (ifMatch === undefined) return;
  if (!existing) throw noSuchKey(key);
  if (!lists(ifMatch, existing.etag)) throw preconditionFailed('If-Match');
}

/**
 * Tells whether a read is to be answered with the object or with 304. An ETag condition outranks the date beside it
 * (RFC 9110, section 13.2.2).
 *
 * @throws S3Error `PreconditionFailed` (412)
 */
export function checkReadConditions(headers: Headers, version: ObjectVersion): 'send' | 'notModified' {
  const modifiedAt = Math.floor(version.modifiedAt / 1000) * 1000;
  const ifMatch = headers['if-match'];
  const ifUnmodifiedSince = headers['if-unmodified-since'];
  if (ifMatch !== undefined) {
    if (!lists(ifMatch, version.etag)) throw preconditionFailed('If-Match');
  } else if (ifUnmodifiedSince !== undefined && modifiedAt > Date.parse(ifUnmodifiedSince)) {
    throw preconditionFailed('If-Unmodified-Since');
  }
  const ifNoneMatch = headers['if-none-match'];
  const ifModifiedSince = headers['if-modified-since'];
  if (ifNoneMatch !== undefined) return lists(ifNoneMatch, version.etag) ? 'notModified' : 'send';
  const isUnchanged = ifModifiedSince !== undefined && modifiedAt <= Date.parse(ifModifiedSince);
  return isUnchanged ? 'notModified' : 'send';
}

function lists(condition: string, etag: string): boolean {
  return condition.split(',').some((entry) => {
    const tag = entry.trim().replace(/^W\//, '').replaceAll('"', '');
    return tag === '*' || tag === etag;
  });
}
