import type { S3Call } from './s3-call.ts';
import { accessDenied, invalidRequest, notEmulated } from './s3-error.ts';

/**
 * Refuses a presigned URL whose time is over. (The gateway has read its credential; signatures are not verified.)
 *
 * @throws S3Error `AccessDenied` when expired, `NotImplemented` for anything but GET and HEAD: the SDK moves headers of a
 *   presigned write into the query, where their meaning would be lost
 */
export function checkPresignedUrl(call: S3Call, now: number): void {
  if (!call.query.has('X-Amz-Signature')) return;
  if (call.method !== 'GET' && call.method !== 'HEAD') throw notEmulated(`a presigned ${call.method}`);
  const date = call.query.get('X-Amz-Date') ?? '';
  const signedAt = Date.parse(
    date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
  const expiresSeconds = Number(call.query.get('X-Amz-Expires') ?? Number.NaN);
  if (Number.isNaN(signedAt) || Number.isNaN(expiresSeconds)) {
    throw invalidRequest(`X-Amz-Date and X-Amz-Expires of a presigned URL are missing or wrong: ${date}`);
  }
  if (now > signedAt + expiresSeconds * 1000) throw accessDenied('Request has expired');
}
