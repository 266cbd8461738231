import { createHash } from 'node:crypto';
import { GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import { readStored } from './stored.ts';
import type { TransactionItem } from './transaction.ts';

/** What was concluded about an account, from what, under which rules. Codes and digests, no personal data. */
export interface Determination {
  readonly accountId: string;
  readonly kind: 'assessment' | 'screening' | 'decision';
  /** Makes it findable again when the same step runs twice: the event, and the case where a review is behind it. */
  readonly key: string;
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const Stored = z.object({ body: z.record(z.string(), z.unknown()) });

export interface DeterminationStore {
  load(accountId: string, kind: Determination['kind'], key: string): Promise<Record<string, unknown> | null>;
  /** All of one kind whose key begins so, oldest first. */
  list(accountId: string, kind: Determination['kind'], keyBegins: string): Promise<Record<string, unknown>[]>;
  /** Never overwrites: a determination is made once. */
  put(determination: Determination): TransactionItem;
}

export function determinationStore(client: DynamoDBDocumentClient, tableName: string): DeterminationStore {
  return {
    async load(accountId, kind, key) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: itemKey(accountId, kind, key), ConsistentRead: true }),
      );
      return Item ? readStored(Stored, `${kind} ${key} of account ${accountId}`, Item).body : null;
    },
    async list(accountId, kind, keyBegins) {
      const { pk, sk } = itemKey(accountId, kind, keyBegins);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
        }),
      );
      return Items.map(
        (item) => readStored(Stored, `${kind} ${keyBegins} of account ${accountId}`, item).body,
      );
    },
    put: ({ accountId, kind, key, at, body }) => ({
      Put: {
        TableName: tableName,
        Item: { ...itemKey(accountId, kind, key), at, body },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),
  };
}

/** Hex SHA-256 of a determination in canonical form: what its audit entry names as evidence. */
export function determinationDigest(determination: Determination): string {
  return createHash('sha256').update(canonicalJson(determination)).digest('hex');
}

const itemKey = (accountId: string, kind: string, key: string) => ({
  pk: `account#${accountId}`,
  sk: `determination#${kind}#${key}`,
});
