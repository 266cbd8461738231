import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { AccountRecord } from '../../domain/accounts/account-record.ts';
import { accountShard, accountShards, readBook } from './book.ts';
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
      const book = { book: accountShard(account.id), bookOrder: account.id };
      const first = account.revision === 1;
      return {
        Put: {
          TableName: tableName,
          Item: { ...keyOf(account.id), ...book, revision: account.revision, account },
          ConditionExpression: first ? 'attribute_not_exists(pk)' : 'revision = :before',
          ...(first ? {} : { ExpressionAttributeValues: { ':before': account.revision - 1 } }),
        },
      };
    },
    async *all() {
      for (const shard of accountShards) {
        for await (const item of readBook(client, tableName, shard)) {
          yield readStored(AccountRecord, `account ${String(item.bookOrder)}`, item.account);
        }
      }
    },
  };
}
