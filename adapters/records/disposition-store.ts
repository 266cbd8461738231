import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DispositionRecord, PartyDispositions } from '../../domain/dispositions/disposition-record.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import { readBook } from './book.ts';
import { readStored } from './stored.ts';
import type { TransactionItem } from './transaction.ts';

/** The book of dispositions that a second person still has to answer. */
export const dispositionBook = 'dispositions#waiting';

export interface DispositionStore {
  load(id: string): Promise<DispositionRecord | null>;
  /** All of one party, in the order in which they were proposed. */
  ofParty(
    accountId: string,
    partyId: string,
  ): Promise<{ readonly known: PartyDispositions; readonly records: readonly DispositionRecord[] }>;
  /** Puts the next revision; the write fails unless the stored one is the revision just before. */
  put(record: DispositionRecord): TransactionItem;
  putParty(known: PartyDispositions): TransactionItem;
  /** By last day, soonest first. */
  waiting(): AsyncGenerator<DispositionRecord>;
}

export function dispositionStore(client: DynamoDBDocumentClient, tableName: string): DispositionStore {
  const read = async (Key: Record<string, string>) =>
    (await client.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))).Item;
  const put = (Item: Record<string, unknown> & { readonly revision: number }): TransactionItem => ({
    Put: {
      TableName: tableName,
      Item,
      ...(Item.revision === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'revision = :before',
            ExpressionAttributeValues: { ':before': Item.revision - 1 },
          }),
    },
  });
  const load = async (id: string) => {
    const item = await read(keyOf(id));
    return item ? readStored(DispositionRecord, `disposition ${id}`, item.disposition) : null;
  };
  return {
    load,
    async ofParty(accountId, partyId) {
      const item = await read(partyKey(accountId, partyId));
      const known = item
        ? readStored(
            PartyDispositions,
            `dispositions of party ${partyId} of account ${accountId}`,
            item.known,
          )
        : { accountId, partyId, revision: 0, ids: [] };
      const records = await Promise.all(known.ids.map((id) => present(id, load)));
      return { known, records };
    },
    put: (record) =>
      put({ ...keyOf(record.id), ...bookOf(record), revision: record.revision, disposition: record }),
    putParty: (known) =>
      put({ ...partyKey(known.accountId, known.partyId), revision: known.revision, known }),
    async *waiting() {
      for await (const item of readBook(client, tableName, dispositionBook)) {
        yield readStored(DispositionRecord, `disposition ${String(item.pk)}`, item.disposition);
      }
    },
  };
}

async function present(
  id: string,
  load: (id: string) => Promise<DispositionRecord | null>,
): Promise<DispositionRecord> {
  const record = await load(id);
  if (!record) throw new RecordMissingError(`disposition ${id} is named by its party and not stored`);
  return record;
}

const keyOf = (id: string) => ({ pk: `disposition#${id}`, sk: 'state' });

const partyKey = (accountId: string, partyId: string) => ({
  pk: `account#${accountId}`,
  sk: `dispositions#${partyId}`,
});

function bookOf({ id, state, until }: DispositionRecord): Record<string, string> {
  const isWaiting = state === 'proposed' || state === 'releaseProposed';
  return isWaiting ? { book: dispositionBook, bookOrder: `${until}#${id}` } : {};
}
