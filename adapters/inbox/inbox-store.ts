import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import type { TransactionItem } from '../records/transaction.ts';
import { readStored } from '../records/stored.ts';
import type { Sealed } from '../sealing/envelope.ts';

/** Sparse index of events on which no execution works: partition key `unfinished`, sort key `receivedAt`. */
export const unfinishedIndex = 'unfinished';

/** `received`: waiting to be started. `started`: an execution has it. `parked`: it failed and waits for a person. */
export const inboxStatuses = ['received', 'started', 'parked'] as const;

const bytes = z.instanceof(Uint8Array);
const InboxEvent = z.object({
  eventId: z.string(),
  accountId: z.string(),
  status: z.enum(inboxStatuses),
  receivedAt: z.string(),
  /** Counts starts, so that a parked event can be started again under a new execution name. */
  attempt: z.int().min(1),
  revision: z.int().min(1),
  sealed: z.object({ v: z.literal(1), wrappedKey: bytes, ciphertext: bytes }),
});
export type InboxEvent = z.infer<typeof InboxEvent>;

export interface NewInboxEvent {
  readonly eventId: string;
  readonly accountId: string;
  readonly receivedAt: string;
  readonly sealed: Sealed;
}

export interface InboxStore {
  /** Null when it was accepted now; what is stored when the same event id came before. */
  accept(event: NewInboxEvent): Promise<InboxEvent | null>;
  load(eventId: string): Promise<InboxEvent>;
  /** Notes that an execution has the event. Does nothing when that, or more, is already noted. */
  markStarted(event: Pick<InboxEvent, 'eventId' | 'attempt'>): Promise<void>;
  /** Parks the event for a person, in the transaction that also audits it. */
  park(event: InboxEvent, because: string): TransactionItem;
  /** Makes a parked event ready to start again, in the transaction that also audits it. */
  redrive(event: InboxEvent): TransactionItem;
  /** Event ids that have waited since before `receivedBefore`. */
  unfinished(status: 'received' | 'parked', receivedBefore: string): AsyncGenerator<string>;
}

export function inboxStore(client: DynamoDBDocumentClient, tableName: string): InboxStore {
  const load = async (eventId: string): Promise<InboxEvent> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: tableName, Key: { eventId }, ConsistentRead: true }),
    );
    if (!Item) throw new RecordMissingError(`event ${eventId} is not in the inbox`);
    return readStored(InboxEvent, `event ${eventId}`, Item);
  };
  return {
    load,
    async accept(event) {
      const item = { ...event, status: 'received', unfinished: 'received', attempt: 1, revision: 1 };
      try {
        await client.send(
          new PutCommand({
            TableName: tableName,
            Item: item,
            ConditionExpression: 'attribute_not_exists(eventId)',
          }),
        );
        return null;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return load(event.eventId);
      }
    },
    async markStarted({ eventId, attempt }) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: tableName,
            Key: { eventId },
            UpdateExpression: 'SET #status = :started REMOVE unfinished',
            ConditionExpression: '#status = :received AND attempt = :attempt',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: {
              ':started': 'started',
              ':received': 'received',
              ':attempt': attempt,
            },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    park: (event, because) => change(tableName, event, { status: 'parked', parkedBecause: because }),
    redrive: (event) => change(tableName, event, { status: 'received', attempt: event.attempt + 1 }),
    async *unfinished(status, receivedBefore) {
      let from: Record<string, unknown> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: unfinishedIndex,
            KeyConditionExpression: 'unfinished = :status AND receivedAt <= :before',
            ExpressionAttributeValues: { ':status': status, ':before': receivedBefore },
            ...(from ? { ExclusiveStartKey: from } : {}),
          }),
        );
        for (const item of page.Items ?? []) yield String(item.eventId);
        from = page.LastEvaluatedKey;
      } while (from);
    },
  };
}

function change(
  tableName: string,
  event: InboxEvent,
  fields: { status: 'parked' | 'received'; parkedBecause?: string; attempt?: number },
): TransactionItem {
  return {
    Put: {
      TableName: tableName,
      Item: { ...event, ...fields, unfinished: fields.status, revision: event.revision + 1 },
      ConditionExpression: 'revision = :before',
      ExpressionAttributeValues: { ':before': event.revision },
    },
  };
}
