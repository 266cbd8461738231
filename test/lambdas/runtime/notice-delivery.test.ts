import '../../support/quiet-functions.ts';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { noticeDelivery } from '../../../lambdas/runtime/notice-delivery.ts';
import { context } from '../verification-rig.ts';

process.env.AWS_REGION ??= 'us-east-1';

const idempotencyTable = mockClient(DynamoDBClient);
const bus = mockClient(EventBridgeClient);
const secrets = mockClient(SecretsManagerClient);
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const records = mockClient(documents);

const notice = { id: 'ntc_1', type: 'report.ready', at: '2026-03-01T12:00:00.000Z', data: { report: 'r' } };
const deliver = noticeDelivery(documents, {
  RECORDS_TABLE: 'records',
  IDEMPOTENCY_TABLE: 'idempotency',
  EVENT_BUS: 'bus',
  OUTBOUND_SECRET_ID: 'arn:outbound',
});

/** What the idempotency table promises: one holder of a key, who completes or gives it up. */
function answerAsTable(): void {
  const held = new Map<string, Record<string, { S?: string; N?: string }>>();
  idempotencyTable.on(PutItemCommand).callsFake(({ Item }: { Item: Record<string, { S?: string }> }) => {
    const key = Item.id?.S ?? '';
    const known = held.get(key);
    if (known) {
      throw new ConditionalCheckFailedException({ message: 'held', $metadata: {}, Item: known as never });
    }
    held.set(key, Item);
    return {};
  });
  idempotencyTable.on(UpdateItemCommand).callsFake(({ Key, ExpressionAttributeValues }) => {
    const values = ExpressionAttributeValues as Record<string, { S?: string; N?: string }>;
    const { id } = Key as { id: { S: string } };
    held.set(id.S, { ...held.get(id.S), status: { S: 'COMPLETED' }, data: values[':response_data'] ?? {} });
    return {};
  });
  idempotencyTable.on(DeleteItemCommand).callsFake(({ Key }: { Key: { id: { S: string } } }) => {
    held.delete(Key.id.S);
    return {};
  });
}

beforeEach(() => {
  for (const mock of [idempotencyTable, bus, secrets, records]) mock.reset();
  answerAsTable();
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
  const outbound = { url: '', current: 'A'.repeat(44) };
  secrets.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify(outbound) });
  records.on(GetCommand).resolves({ Item: { notice } });
  records.on(UpdateCommand).resolves({});
});

const sent = () => bus.commandCalls(PutEventsCommand).length;
const marked = () => records.commandCalls(UpdateCommand).length;

describe('delivering a notice', () => {
  it('sends it and takes it out of the outbox', async () => {
    await deliver('ntc_1', context);
    expect([sent(), marked()]).toEqual([1, 1]);
  });

  it('sends it once when the sweep and the execution both deliver it', async () => {
    await deliver('ntc_1', context);
    await deliver('ntc_1', context);
    expect([sent(), marked()]).toEqual([1, 2]);
  });

  it('leaves it in the outbox, to be sent again, when it was not taken', async () => {
    bus
      .on(PutEventsCommand)
      .resolvesOnce({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'Throttled' }] })
      .resolves({ FailedEntryCount: 0 });
    await expect(deliver('ntc_1', context)).rejects.toThrow('the event bus answered Throttled');
    expect(marked()).toBe(0);
    await deliver('ntc_1', context);
    expect([sent(), marked()]).toEqual([2, 1]);
  });

  it('sends nothing that is not in the outbox', async () => {
    records.on(GetCommand).resolves({});
    await expect(deliver('ntc_9', context)).rejects.toThrow('notice ntc_9 is not stored');
    expect(sent()).toBe(0);
  });
});
