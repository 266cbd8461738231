import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { StoredEntry } from '../../domain/audit/sequencer-ports.ts';
import { entryItemKey, entryKeyOf } from './audit-table.ts';
import { inChunks } from './in-chunks.ts';
import type { TableAccess } from './table-access.ts';

const EntryItem = z.object({
  pk: z.string(),
  entry: z.string().max(65_535),
  sequence: z.int().min(0).optional(),
});

// DynamoDB: keys in one BatchGetItem.
const keysAtOnce = 100;
const firstPauseMilliseconds = 50;
const attempts = 6;

/** Strongly consistent; keys that are not stored are left out. The order is DynamoDB's. */
export async function readEntries(table: TableAccess, keys: readonly string[]): Promise<StoredEntry[]> {
  const chunks = await Promise.all(
    inChunks([...new Set(keys)], keysAtOnce).map((chunk) => readChunk(table, chunk)),
  );
  return chunks.flat().map((item) => {
    const { pk, entry, sequence } = EntryItem.parse(item);
    return { key: entryKeyOf(pk), text: entry, sequence: sequence ?? null };
  });
}

/** A batch may come back in part (16 MB, throttling): what is left over is asked for again. */
async function readChunk({ client, tableName }: TableAccess, keys: readonly string[]): Promise<unknown[]> {
  const items: unknown[] = [];
  let wanted: Record<string, unknown>[] = keys.map((key) => ({ pk: entryItemKey(key) }));
  for (let attempt = 0; wanted.length > 0; attempt += 1) {
    if (attempt === attempts) {
      throw new Error(
        `audit log: ${wanted.length} of ${keys.length} entries were not given out; read again later`,
      );
    }
    if (attempt > 0) await sleep(firstPauseMilliseconds * 2 ** attempt);
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [tableName]: { Keys: wanted, ConsistentRead: true } } }),
    );
    items.push(...(Responses?.[tableName] ?? []));
    wanted = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return items;
}
