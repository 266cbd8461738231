import { createHash } from 'node:crypto';

/**
 * Where an account stands in the owner book: eight hex digits of SHA-256 over its id. Accounts spread evenly over any
 * number of leading digits, and all owners of an account stand together.
 */
export function accountHash(accountId: string): string {
  return createHash('sha256').update(accountId).digest('hex').slice(1, 9);
}

/** The name of the only shard of a small book, which has no digits to be called by. */
const wholeBook = 'all';

// A shard is one unit of work: at 16,000 owners a full screening takes some two seconds and 10 MB. One digit more makes
// shards of 1,000, below which reading and writing cost more than screening (ADR 9).
const mostOwnersPerShard = 16_000;

/** How many leading digits name a shard of a book of this size: 0 to 5, for up to 16 billion owners. */
export function shardDigitsFor(owners: number): number {
  let digits = 0;
  while (owners / 16 ** digits > mostOwnersPerShard && digits < 5) digits += 1;
  return digits;
}

/** All shards of a book, in order. Together they hold every hash, and each hash once. */
export function shardsOf(digits: number): string[] {
  if (digits === 0) return [wholeBook];
  return Array.from({ length: 16 ** digits }, (_, number) => number.toString(16).padStart(digits, '0'));
}

/** What the hashes of a shard's accounts begin with. */
export function hashPrefixOf(shard: string): string {
  return shard === wholeBook ? '' : shard;
}
