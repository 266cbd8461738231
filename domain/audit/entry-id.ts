import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit-entry.ts';

/** The id of the entry for one revision of a subject: a UUID of version 8 (RFC 9562, free form), so that twice is once. */
export function entryId({ kind, id, revision }: AuditEntry['subject']): string {
  const bytes = createHash('sha256').update(`${kind}\n${id}\n${revision}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
