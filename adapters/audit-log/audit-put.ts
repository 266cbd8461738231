import { createHash } from 'node:crypto';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { auditEntryKey, auditEntryText, type AuditEntry } from '../../domain/audit/audit-entry.ts';
import { entryItemKey, shardName } from './audit-table.ts';

type TransactionItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * The write of one audit entry, for the transaction that makes the change it describes. The item's key is the subject
 * and its revision, so DynamoDB itself refuses a second entry for a revision, and with it a repeat of the whole
 * transaction. Needs `dynamodb:PutItem` on the audit table. Throws a ZodError on an entry out of shape.
 */
export function auditPut(tableName: string, entry: AuditEntry): TransactionItem {
  const item = {
    pk: entryItemKey(auditEntryKey(entry)),
    entry: auditEntryText(entry),
    shard: shardName(shardOf(entry.id)),
    order: `${entry.at}#${entry.id}`,
  };
  return {
    Put: {
      TableName: tableName,
      Item: item,
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** First four bits of a hash, which spread over the 16 shards whatever the ids look like. */
function shardOf(id: string): number {
  return (createHash('sha256').update(id).digest()[0] ?? 0) >> 4;
}
