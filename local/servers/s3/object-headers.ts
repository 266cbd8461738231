import { notEmulated } from './s3-error.ts';

const kept = new Set([
  'cache-control',
  'content-disposition',
  'content-language',
  'content-type',
  'expires',
  'x-amz-storage-class',
  'x-amz-website-redirect-location',
]);

const refused =
  /^x-amz-(grant-|copy-source-(if-|range|server-side-)|server-side-encryption-(customer-|context)|write-offset-bytes|object-if-)/;

/** The headers of a write that are sent back with every read. */
export function keptHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const chosen = Object.fromEntries(
    Object.entries(headers).filter(([name]) => kept.has(name) || name.startsWith('x-amz-meta-')),
  );
  const encodings = (headers['content-encoding'] ?? '').split(',').map((encoding) => encoding.trim());
  const lasting = encodings.filter((encoding) => encoding !== '' && encoding !== 'aws-chunked');
  if (lasting.length > 0) chosen['content-encoding'] = lasting.join(',');
  return { 'content-type': 'application/octet-stream', ...chosen };
}

/** @throws S3Error `NotImplemented` for a header that asks for something this S3 would not do */
export function refuseUnknownWishes(headers: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(headers)) {
    if (refused.test(name)) throw notEmulated(`the header ${name}`);
  }
  const acl = headers['x-amz-acl'];
  // With ACLs off, the default since April 2023, S3 takes this one value and does nothing.
  if (acl !== undefined && acl !== 'bucket-owner-full-control') throw notEmulated(`the ACL ${acl}`);
}
