import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { auditPut } from '../../adapters/audit-log/audit-put.ts';
import { commit, type TransactionItem } from '../../adapters/records/transaction.ts';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';

/** Writes a change and the audit entries that describe it: all of it or nothing. */
export type CommitAudited = (
  what: string,
  items: readonly TransactionItem[],
  entries: readonly AuditEntry[],
) => Promise<void>;

export function auditedCommit(client: DynamoDBDocumentClient, auditTable: string): CommitAudited {
  return (what, items, entries) =>
    commit(client, what, [...items, ...entries.map((entry) => auditPut(auditTable, entry))]);
}
