import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { Determination } from './determination-store.ts';
import { readStored } from './stored.ts';

const Item = z.object({ sk: z.string(), at: z.string(), body: z.record(z.string(), z.unknown()) });

/** All determinations of one kind that an account has ever had, whole, in the order of their keys. */
export async function* determinationsOf(
  client: DynamoDBDocumentClient,
  tableName: string,
  accountId: string,
  kind: Determination['kind'],
): AsyncGenerator<Determination> {
  const prefix = `determination#${kind}#`;
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': `account#${accountId}`, ':sk': prefix },
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    for (const item of page.Items ?? []) {
      const { sk, at, body } = readStored(Item, `a ${kind} of account ${accountId}`, item);
      yield { accountId, kind, key: sk.slice(prefix.length), at, body };
    }
    from = page.LastEvaluatedKey;
  } while (from);
}
