import { documentClient, kmsClient, sqsClient } from '../../adapters/aws/clients.ts';
import { inboxStore } from '../../adapters/inbox/inbox-store.ts';
import { verificationQueue } from '../../adapters/inbox/verification-queue.ts';
import { kmsEnvelope } from '../../adapters/sealing/envelope.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { httpStack } from '../runtime/http-stack.ts';
import { webhookSecrets } from '../runtime/webhook-secrets.ts';
import { Config } from './config.ts';
import { receiveWebhook } from './receive-webhook.ts';

const config = readEnvironment(Config);

export const handler = httpStack(
  receiveWebhook({
    inbox: inboxStore(documentClient(), config.INBOX_TABLE),
    envelope: kmsEnvelope(kmsClient(), config.PARTY_KEY_ID),
    secrets: webhookSecrets(config.INBOUND_SECRET_ID),
    enqueue: verificationQueue(sqsClient(), config.VERIFICATION_QUEUE_URL),
    now: () => new Date(),
  }),
);
