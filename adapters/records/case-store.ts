import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CaseRecord } from '../../domain/cases/case-record.ts';
import { isClosed } from '../../domain/cases/case-transitions.ts';
import { readBook } from './book.ts';
import { readStored } from './stored.ts';
import type { TransactionItem } from './transaction.ts';

/** Books of cases: those a person still owes an answer, and those whose waiting execution was not told yet. */
export const caseBooks = { waiting: 'cases#waiting', unreleased: 'cases#unreleased' } as const;

export interface CaseStore {
  load(caseId: string): Promise<CaseRecord | null>;
  /** Puts the next revision; the write fails unless the stored one is the revision just before. */
  put(record: CaseRecord): TransactionItem;
  /** Notes that the waiting execution was told; does nothing when that is already noted. */
  markReleased(record: CaseRecord): Promise<void>;
  /** By due date, soonest first. */
  waiting(): AsyncGenerator<CaseRecord>;
  unreleased(): AsyncGenerator<CaseRecord>;
}

export function caseStore(client: DynamoDBDocumentClient, tableName: string): CaseStore {
  async function* read(book: string): AsyncGenerator<CaseRecord> {
    for await (const item of readBook(client, tableName, book)) {
      yield readStored(CaseRecord, `case ${String(item.pk)}`, item.case);
    }
  }
  return {
    async load(caseId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: keyOf(caseId), ConsistentRead: true }),
      );
      return Item ? readStored(CaseRecord, `case ${caseId}`, Item.case) : null;
    },
    put(record) {
      const first = record.revision === 1;
      return {
        Put: {
          TableName: tableName,
          Item: { ...keyOf(record.id), ...bookOf(record), revision: record.revision, case: record },
          ConditionExpression: first ? 'attribute_not_exists(pk)' : 'revision = :before',
          ...(first ? {} : { ExpressionAttributeValues: { ':before': record.revision - 1 } }),
        },
      };
    },
    async markReleased(record) {
      await client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: keyOf(record.id),
          UpdateExpression: 'SET #case.released = :yes REMOVE book, bookOrder',
          ExpressionAttributeNames: { '#case': 'case' },
          ExpressionAttributeValues: { ':yes': true },
        }),
      );
    },
    waiting: () => read(caseBooks.waiting),
    unreleased: () => read(caseBooks.unreleased),
  };
}

const keyOf = (caseId: string) => ({ pk: `case#${caseId}`, sk: 'state' });

function bookOf(record: CaseRecord): Record<string, string> {
  if (!isClosed(record.state)) return { book: caseBooks.waiting, bookOrder: `${record.dueAt}#${record.id}` };
  if (record.released) return {};
  return { book: caseBooks.unreleased, bookOrder: `${record.dueAt}#${record.id}` };
}
