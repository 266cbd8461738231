import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Notice } from '../../domain/notices/notice.ts';
import { readBook } from './book.ts';
import { readStored } from './stored.ts';
import type { TransactionItem } from './transaction.ts';

const pendingBook = 'outbox#pending';

/** Notices are written with the change they tell of and stay pending until the provider has taken them. */
export interface OutboxStore {
  put(notice: Notice): TransactionItem;
  load(noticeId: string): Promise<Notice | null>;
  markDelivered(noticeId: string, at: string): Promise<void>;
  /** Pending notices up to `upTo`, oldest first. */
  pending(upTo: string): AsyncGenerator<Notice>;
}

export function outboxStore(client: DynamoDBDocumentClient, tableName: string): OutboxStore {
  return {
    put: (notice) => ({
      Put: {
        TableName: tableName,
        Item: { ...keyOf(notice.id), book: pendingBook, bookOrder: `${notice.at}#${notice.id}`, notice },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),
    async load(noticeId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: keyOf(noticeId), ConsistentRead: true }),
      );
      return Item ? readStored(Notice, `notice ${noticeId}`, Item.notice) : null;
    },
    async markDelivered(noticeId, at) {
      await client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: keyOf(noticeId),
          UpdateExpression: 'SET deliveredAt = :at REMOVE book, bookOrder',
          ExpressionAttributeValues: { ':at': at },
        }),
      );
    },
    async *pending(upTo) {
      for await (const item of readBook(client, tableName, pendingBook, `${upTo}#~`)) {
        yield readStored(Notice, `notice ${String(item.pk)}`, item.notice);
      }
    },
  };
}

const keyOf = (noticeId: string) => ({ pk: `notice#${noticeId}`, sk: 'state' });
