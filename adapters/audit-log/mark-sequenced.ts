import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { entryItemKey } from './audit-table.ts';
import { inChunks } from './in-chunks.ts';
import type { TableAccess } from './table-access.ts';

interface LogPlace {
  readonly key: string;
  readonly sequence: number;
}

// As many sockets as the SDK opens to one endpoint by default are 50; half leave room for others.
const updatesAtOnce = 25;

/**
 * Gives entries their place and takes them off the index. Single updates, not transactions, which cost twice: the
 * recorded plan makes up for one that was missed. Fails with a ConditionalCheckFailedException when an entry has
 * another place already, or is gone.
 */
export async function markSequenced(table: TableAccess, places: readonly LogPlace[]): Promise<void> {
  for (const chunk of inChunks(places, updatesAtOnce)) {
    await Promise.all(chunk.map((place) => markOne(table, place)));
  }
}

async function markOne({ client, tableName }: TableAccess, { key, sequence }: LogPlace): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: tableName,
      Key: { pk: entryItemKey(key) },
      UpdateExpression: 'SET #sequence = :sequence REMOVE #shard, #order',
      ConditionExpression:
        'attribute_exists(pk) AND (attribute_not_exists(#sequence) OR #sequence = :sequence)',
      ExpressionAttributeNames: { '#sequence': 'sequence', '#shard': 'shard', '#order': 'order' },
      ExpressionAttributeValues: { ':sequence': sequence },
    }),
  );
}
