import { createHash } from 'node:crypto';
import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The sparse index `book` of the records table: partition key `book`, sort key `bookOrder`. */
export const bookIndex = 'book';

// One partition takes 1,000 writes a second; sixteen keep the book of accounts clear of that at any likely intake.
const shards = 16;

export function accountShard(accountId: string): string {
  const shard = (createHash('sha256').update(accountId).digest()[0] ?? 0) % shards;
  return `accounts#${shard}`;
}

export const accountShards: readonly string[] = Array.from(
  { length: shards },
  (_, shard) => `accounts#${shard}`,
);

/** Every item of one book, a page at a time, in `bookOrder`. */
export async function* readBook(
  client: DynamoDBDocumentClient,
  tableName: string,
  book: string,
  upTo?: string,
): AsyncGenerator<Record<string, unknown>> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: bookIndex,
        KeyConditionExpression: upTo ? 'book = :book AND bookOrder <= :upTo' : 'book = :book',
        ExpressionAttributeValues: { ':book': book, ...(upTo ? { ':upTo': upTo } : {}) },
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}
