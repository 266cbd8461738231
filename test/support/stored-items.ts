import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { CurrentList } from '../../adapters/lists/lists-in-use.ts';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { RunningAws } from './running-aws.ts';

/** An item of the records table; which attributes it has depends on what it is. */
export interface RecordItem {
  readonly pk: string;
  readonly sk: string;
  readonly book?: string;
  readonly account?: AccountRecord;
  readonly case?: CaseRecord;
  readonly notice?: Notice;
  readonly current?: CurrentList;
  readonly deliveredAt?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly wrappedKey?: Uint8Array;
  readonly ciphertext?: Uint8Array;
}

export interface InboxItem {
  readonly eventId: string;
  readonly accountId: string;
  readonly status: 'received' | 'started' | 'parked';
  readonly attempt: number;
  readonly revision: number;
  readonly parkedBecause?: string;
}

/** Every item of a table. */
export async function itemsOf<Item>({ clients }: RunningAws, TableName: string): Promise<Item[]> {
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await clients.documents.send(
      new ScanCommand({ TableName, ConsistentRead: true, ...(from ? { ExclusiveStartKey: from } : {}) }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

export interface StoredState {
  readonly accounts: ReadonlyMap<string, AccountRecord>;
  readonly cases: ReadonlyMap<string, CaseRecord>;
  readonly inbox: ReadonlyMap<string, InboxItem>;
  readonly records: readonly RecordItem[];
}

/** What the records table and the inbox say now. */
export async function storedState(running: RunningAws): Promise<StoredState> {
  const records = await itemsOf<RecordItem>(running, running.names.RecordsTable);
  const inbox = await itemsOf<InboxItem>(running, running.names.InboxTable);
  const accounts = records.flatMap(({ account }) => (account ? [[account.id, account] as const] : []));
  const cases = records.flatMap(({ case: record }) => (record ? [[record.id, record] as const] : []));
  return {
    records,
    accounts: new Map(accounts),
    cases: new Map(cases),
    inbox: new Map(inbox.map((event) => [event.eventId, event])),
  };
}
