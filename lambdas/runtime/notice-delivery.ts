import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { dynamoDbClient, eventBridgeClient } from '../../adapters/aws/clients.ts';
import { noticeSender } from '../../adapters/notices/notice-sender.ts';
import { outboxStore, type OutboxStore } from '../../adapters/records/outbox-store.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import { note } from './observability.ts';
import { providerEndpoint } from './provider-endpoint.ts';

export interface DeliveryConfig {
  readonly RECORDS_TABLE: string;
  readonly IDEMPOTENCY_TABLE: string;
  readonly EVENT_BUS: string;
  readonly OUTBOUND_SECRET_ID: string;
}

/** Delivers one notice of the outbox; the one the state machine sends and the one the sweep repeats are the same. */
export type DeliverNotice = (noticeId: string, context: Context) => Promise<void>;

// Longer than any retry or sweep goes on; DynamoDB forgets the record afterwards.
const rememberedSeconds = 30 * 24 * 3600;

export function noticeDelivery(client: DynamoDBDocumentClient, config: DeliveryConfig): DeliverNotice {
  const now = () => new Date();
  const outbox = outboxStore(client, config.RECORDS_TABLE);
  const send = noticeSender(eventBridgeClient(), {
    eventBus: config.EVENT_BUS,
    endpoint: providerEndpoint(config.OUTBOUND_SECRET_ID),
    now,
  });
  // The key is required, never guessed; the lock lasts as long as the function that holds it may still run, because
  // the Lambda context is registered at each call.
  const idempotency = new IdempotencyConfig({
    eventKeyJmesPath: 'noticeId',
    throwOnNoIdempotencyKey: true,
    expiresAfterSeconds: rememberedSeconds,
    useLocalCache: false,
    hashFunction: 'sha256',
  });
  const deliverOnce = makeIdempotent(
    async ({ noticeId }: { noticeId: string }) => {
      await send(await loadNotice(outbox, noticeId));
      return { delivered: noticeId };
    },
    {
      config: idempotency,
      keyPrefix: 'notice',
      persistenceStore: new DynamoDBPersistenceLayer({
        tableName: config.IDEMPOTENCY_TABLE,
        awsSdkV3Client: dynamoDbClient(),
      }),
    },
  );
  return async (noticeId, context) => {
    idempotency.registerLambdaContext(context);
    await deliverOnce({ noticeId });
    await outbox.markDelivered(noticeId, now().toISOString());
    note('NOTICE_DELIVERED', { noticeId });
  };
}

async function loadNotice(outbox: OutboxStore, noticeId: string) {
  const notice = await outbox.load(noticeId);
  if (!notice) throw new RecordMissingError(`notice ${noticeId} is not stored`);
  return notice;
}
