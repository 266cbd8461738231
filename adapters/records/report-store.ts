import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { readStored } from './stored.ts';
import type { TransactionItem } from './transaction.ts';

/** A report package that was made, and what stands for all of it: the digest of its manifest. */
export const ReportRecord = z.object({
  id: z.string(),
  kind: z.literal('certification'),
  asOf: z.string(),
  recordedAt: z.string(),
  /** Folder in the reports bucket. */
  prefix: z.string(),
  manifestSha256: z.string(),
});
export type ReportRecord = z.infer<typeof ReportRecord>;

export interface ReportStore {
  load(id: string): Promise<ReportRecord | null>;
  /** Never overwrites: a corrected report is another report. */
  put(report: ReportRecord): TransactionItem;
}

export function reportStore(client: DynamoDBDocumentClient, tableName: string): ReportStore {
  return {
    async load(id) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: keyOf(id), ConsistentRead: true }),
      );
      return Item ? readStored(ReportRecord, `report ${id}`, Item.report) : null;
    },
    put: (report) => ({
      Put: {
        TableName: tableName,
        Item: { ...keyOf(report.id), book: 'reports', bookOrder: `${report.asOf}#${report.id}`, report },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),
  };
}

const keyOf = (id: string) => ({ pk: `report#${id}`, sk: 'state' });
