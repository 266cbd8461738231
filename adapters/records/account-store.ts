import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { AccountRecord } from '../../domain/accounts/account-record.ts';
import { accountPlace, accountShards, partitionOf, readBook, readBookPart } from './book.ts';
import { readStored } from './stored.ts';
import type { TransactionItem } from './transaction.ts';

const keyOf = (accountId: string) => ({ pk: `account#${accountId}`, sk: 'state' });

export interface AccountStore {
  load(accountId: string): Promise<AccountRecord | null>;
  /** Puts the next revision; the write fails unless the stored one is the revision just before. */
  put(account: AccountRecord): TransactionItem;
  /** All accounts, streamed shard by shard. */
  all(): AsyncGenerator<AccountRecord>;
}

export function accountStore(client: DynamoDBDocumentClient, tableName: string): AccountStore {
  return {
    async load(accountId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: keyOf(accountId), ConsistentRead: true }),
      );
      return Item ? readStored(AccountRecord, `account ${accountId}`, Item.account) : null;
    },
    put(account) {
      const first = account.revision === 1;
      return {
        Put: {
          TableName: tableName,
          Item: { ...keyOf(account.id), ...accountPlace(account.id), revision: account.revision, account },
          ConditionExpression: first ? 'attribute_not_exists(pk)' : 'revision = :before',
          ...(first ? {} : { ExpressionAttributeValues: { ':before': account.revision - 1 } }),
        },
      };
    },
    async *all() {
      for (const shard of accountShards) {
        for await (const item of readBook(client, tableName, shard)) {
          yield accountOf(item);
        }
      }
    },
  };
}

/** The accounts whose hash begins so (`accountHash`); all of them for an empty beginning. */
export async function* accountsOfPart(
  client: DynamoDBDocumentClient,
  tableName: string,
  hashPrefix: string,
): AsyncGenerator<AccountRecord> {
  const parts =
    hashPrefix.length > 1
      ? [readBookPart(client, tableName, partitionOf(hashPrefix), hashPrefix)]
      : (hashPrefix === '' ? accountShards : [partitionOf(hashPrefix)]).map((book) =>
          readBook(client, tableName, book),
        );
  for (const part of parts) for await (const item of part) yield accountOf(item);
}

function accountOf(item: Record<string, unknown>): AccountRecord {
  return readStored(AccountRecord, `the record ${String(item.pk)}`, item.account);
}
