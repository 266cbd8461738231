import { QueryCommand, type DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { accountHash } from '../../domain/rescreening/owner-shard.ts';

/** The sparse index `book` of the records table: partition key `book`, sort key `bookOrder`. */
export const bookIndex = 'book';

// One partition takes 1,000 writes a second; sixteen keep the book of accounts clear of that at any likely intake.
const shards = 16;

/** Where an account stands in the index: one of sixteen partitions, by its hash's first digit, and in order of the hash. */
export function accountPlace(accountId: string): { readonly book: string; readonly bookOrder: string } {
  const hash = accountHash(accountId);
  return { book: partitionOf(hash), bookOrder: `${hash}#${accountId}` };
}

/** The partition of all hashes that begin so. */
export function partitionOf(hashPrefix: string): string {
  return `accounts#${Number.parseInt(hashPrefix.charAt(0), 16)}`;
}

export const accountShards: readonly string[] = Array.from(
  { length: shards },
  (_, shard) => `accounts#${shard}`,
);

/** Every item of one book, a page at a time, in `bookOrder`. */
export function readBook(
  client: DynamoDBDocumentClient,
  tableName: string,
  book: string,
  upTo?: string,
): AsyncGenerator<Record<string, unknown>> {
  return readPages(client, tableName, {
    KeyConditionExpression: upTo ? 'book = :book AND bookOrder <= :upTo' : 'book = :book',
    ExpressionAttributeValues: { ':book': book, ...(upTo ? { ':upTo': upTo } : {}) },
  });
}

/** Every item of one book whose place begins so. */
export function readBookPart(
  client: DynamoDBDocumentClient,
  tableName: string,
  book: string,
  orderBegins: string,
): AsyncGenerator<Record<string, unknown>> {
  return readPages(client, tableName, {
    KeyConditionExpression: 'book = :book AND begins_with(bookOrder, :begins)',
    ExpressionAttributeValues: { ':book': book, ':begins': orderBegins },
  });
}

async function* readPages(
  client: DynamoDBDocumentClient,
  tableName: string,
  condition: Pick<QueryCommandInput, 'KeyConditionExpression' | 'ExpressionAttributeValues'>,
): AsyncGenerator<Record<string, unknown>> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: bookIndex,
        ...condition,
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}
