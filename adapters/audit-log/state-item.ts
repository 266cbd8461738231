import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { emptyRoot } from '../../domain/audit/merkle-hash.ts';
import type { LogState } from '../../domain/audit/sequencer-ports.ts';
import { StoredRecordInvalidError } from '../../domain/errors/kyc-error.ts';
import { stateItemKey } from './audit-table.ts';
import type { TableAccess } from './table-access.ts';

const StateItem = z.object({
  version: z.int().min(1),
  size: z.int().min(0),
  rootHash: z.string().regex(/^[0-9a-f]{64}$/),
  pending: z.array(z.string().max(200)).nullable(),
});

/** Strongly consistent. */
export async function readState({ client, tableName }: TableAccess): Promise<LogState> {
  const { Item: item } = await client.send(
    new GetCommand({ TableName: tableName, Key: { pk: stateItemKey }, ConsistentRead: true }),
  );
  if (!item)
    return { version: 0, size: 0, rootHash: Buffer.from(emptyRoot()).toString('hex'), pending: null };
  const parsed = StateItem.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new StoredRecordInvalidError(`audit log: the item ${stateItemKey} of ${tableName} cannot be read`, {
    cause: parsed.error,
  });
}

/** False when another writer was first. */
export async function replaceState({ client, tableName }: TableAccess, next: LogState): Promise<boolean> {
  try {
    await client.send(
      new PutCommand({
        TableName: tableName,
        Item: { pk: stateItemKey, ...next },
        ConditionExpression: next.version === 1 ? 'attribute_not_exists(pk)' : '#version = :before',
        ...(next.version === 1
          ? {}
          : {
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':before': next.version - 1 },
            }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
