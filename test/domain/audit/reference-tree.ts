import { createHash } from 'node:crypto';

/** The Merkle tree hash as RFC 6962 section 2.1 defines it, word for word, to hold the fast one against. */
export function referenceRoot(entries: readonly Uint8Array[]): Buffer {
  const [only] = entries;
  if (!only) return createHash('sha256').digest();
  if (entries.length === 1) return createHash('sha256').update(Uint8Array.of(0)).update(only).digest();
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return createHash('sha256')
    .update(Uint8Array.of(1))
    .update(referenceRoot(entries.slice(0, split)))
    .update(referenceRoot(entries.slice(split)))
    .digest();
}
