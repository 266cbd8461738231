/**
 * The audit table. Partition key `pk`, no sort key; one index, `unsequenced`, sparse, keys only.
 *
 * | item | pk | attributes |
 * |---|---|---|
 * | entry | `entry#<kind>#<id>#<revision>` | `entry` (canonical JSON); while it waits `shard` and `order`, after that `sequence` |
 * | log state | `state` | `version`, `size`, `rootHash` (hex), `pending` (keys of the planned batch) or null |
 */
export const auditTableKeys = {
  partitionKey: 'pk',
  waitingIndex: { name: 'unsequenced', partitionKey: 'shard', sortKey: 'order' },
} as const;

export const stateItemKey = 'state';

/** One partition takes 1,000 writes a second; 16 keep the index ahead of any stream of decisions. */
export const shardCount = 16;

export function shardName(shard: number): string {
  return `unsequenced#${shard}`;
}

const entryPrefix = 'entry#';

export function entryItemKey(key: string): string {
  return `${entryPrefix}${key}`;
}

export function entryKeyOf(itemKey: string): string {
  return itemKey.slice(entryPrefix.length);
}
