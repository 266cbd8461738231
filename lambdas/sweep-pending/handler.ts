import { documentClient, sfnClient, sqsClient } from '../../adapters/aws/clients.ts';
import { inboxStore } from '../../adapters/inbox/inbox-store.ts';
import { verificationQueue } from '../../adapters/inbox/verification-queue.ts';
import { caseStore } from '../../adapters/records/case-store.ts';
import { outboxStore } from '../../adapters/records/outbox-store.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { noticeDelivery } from '../runtime/notice-delivery.ts';
import { reviewRelease } from '../runtime/review-release.ts';
import { Config } from './config.ts';
import { sweepPending } from './sweep-pending.ts';

const config = readEnvironment(Config);
const client = documentClient();
const cases = caseStore(client, config.RECORDS_TABLE);

const sweep = sweepPending({
  inbox: inboxStore(client, config.INBOX_TABLE),
  outbox: outboxStore(client, config.RECORDS_TABLE),
  cases,
  enqueue: verificationQueue(sqsClient(), config.VERIFICATION_QUEUE_URL),
  deliver: noticeDelivery(client, config),
  release: reviewRelease(sfnClient(), cases),
  now: () => new Date(),
});

export const handler = handlerStack((_event, context) => sweep(context));
