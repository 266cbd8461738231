import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { auditTableKeys, entryKeyOf, shardCount, shardName } from './audit-table.ts';
import type { TableAccess } from './table-access.ts';

const IndexRow = z.object({ pk: z.string(), order: z.string() });
type IndexRow = z.infer<typeof IndexRow>;

/** Keys of waiting entries, lowest (at, id) first, as far as the eventually consistent index knows them. */
export async function waitingKeys(table: TableAccess, limit: number): Promise<string[]> {
  const shards = await Promise.all(
    Array.from({ length: shardCount }, (_, shard) => queryShard(table, shard, limit)),
  );
  return shards
    .flat()
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, limit)
    .map(({ pk }) => entryKeyOf(pk));
}

async function queryShard(
  { client, tableName }: TableAccess,
  shard: number,
  limit: number,
): Promise<IndexRow[]> {
  const rows: IndexRow[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: auditTableKeys.waitingIndex.name,
        KeyConditionExpression: '#shard = :shard',
        ExpressionAttributeNames: { '#shard': auditTableKeys.waitingIndex.partitionKey },
        ExpressionAttributeValues: { ':shard': shardName(shard) },
        Limit: limit - rows.length,
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    rows.push(...z.array(IndexRow).parse(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from && rows.length < limit);
  return rows;
}
