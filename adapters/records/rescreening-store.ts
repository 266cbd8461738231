import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { runReasons, RunBasis } from '../../domain/rescreening/rescreening-plan.ts';
import { readStored } from './stored.ts';
import type { TransactionItem } from './transaction.ts';

/** A run that was completed, and what stands for all of it: the digest of its manifest. */
const RescreeningRecord = z.object({
  runId: z.string(),
  mode: z.enum(['delta', 'full']),
  because: z.enum(runReasons),
  basis: RunBasis,
  digits: z.int(),
  owners: z.int(),
  outcomes: z.object({ clear: z.int(), possibleMatch: z.int(), notScreened: z.int() }),
  changed: z.int(),
  fullAt: z.string(),
  /** Absent of runs entered before the owner book had a clock of its own. */
  rebuiltAt: z.string().optional(),
  startedAt: z.string(),
  completedAt: z.string(),
  /** In the reports bucket. */
  manifestKey: z.string(),
  manifestSha256: z.string(),
});
export type RescreeningRecord = z.infer<typeof RescreeningRecord>;

export interface RescreeningStore {
  /** The last run that was completed; null before the first. */
  last(): Promise<RescreeningRecord | null>;
  load(runId: string): Promise<RescreeningRecord | null>;
  /** Enters a completed run, once, and makes it the last. */
  put(record: RescreeningRecord): TransactionItem[];
}

export function rescreeningStore(client: DynamoDBDocumentClient, tableName: string): RescreeningStore {
  const load = async (pk: string): Promise<RescreeningRecord | null> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: tableName, Key: keyOf(pk), ConsistentRead: true }),
    );
    return Item ? readStored(RescreeningRecord, pk, Item.rescreening) : null;
  };
  return {
    last: () => load(lastKey),
    load: (runId) => load(`rescreening#${runId}`),
    put: (record) => [
      {
        Put: {
          TableName: tableName,
          Item: { ...keyOf(`rescreening#${record.runId}`), rescreening: record },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      {
        Put: {
          TableName: tableName,
          Item: { ...keyOf(lastKey), rescreening: record },
        },
      },
    ],
  };
}

const lastKey = 'rescreenings#last';
const keyOf = (pk: string) => ({ pk, sk: 'state' });
