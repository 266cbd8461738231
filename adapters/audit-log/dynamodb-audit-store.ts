import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EntryStore, LogStateStore } from '../../domain/audit/sequencer-ports.ts';
import { markSequenced } from './mark-sequenced.ts';
import { readEntries } from './read-entries.ts';
import { readState, replaceState } from './state-item.ts';
import { waitingKeys } from './waiting-keys.ts';

/**
 * The sequencer's view of the audit table. Needs `dynamodb:GetItem`, `BatchGetItem`, `PutItem` and `UpdateItem` on
 * the table and `dynamodb:Query` on its index `unsequenced`.
 */
export function dynamodbAuditStore(
  client: DynamoDBDocumentClient,
  tableName: string,
): { readonly state: LogStateStore; readonly entries: EntryStore } {
  const table = { client, tableName };
  return {
    state: {
      read: () => readState(table),
      replace: (next) => replaceState(table, next),
    },
    entries: {
      waiting: async (limit) => {
        const entries = await readEntries(table, await waitingKeys(table, limit));
        // The index lags: what it still shows may have been given its place meanwhile.
        return entries.filter(({ sequence }) => sequence === null);
      },
      find: (keys) => readEntries(table, keys),
      markSequenced: (places) => markSequenced(table, places),
    },
  };
}
