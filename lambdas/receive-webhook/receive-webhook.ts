import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { eventIdOf } from '../../adapters/inbox/event-id.ts';
import type { InboxStore } from '../../adapters/inbox/inbox-store.ts';
import type { EnqueueVerification } from '../../adapters/inbox/verification-queue.ts';
import { sealedSubject } from '../../adapters/inbox/sealed-subject.ts';
import type { Envelope } from '../../adapters/sealing/envelope.ts';
import { answer, refusal, type HttpAnswer } from '../runtime/http-answer.ts';
import { count, note } from '../runtime/observability.ts';
import { readDelivery, type Delivery } from './read-delivery.ts';

export interface Dependencies {
  readonly inbox: InboxStore;
  readonly envelope: Envelope;
  readonly secrets: () => Promise<readonly string[]>;
  readonly enqueue: EnqueueVerification;
  readonly now: () => Date;
}

type Request = Pick<APIGatewayProxyEventV2, 'headers' | 'body' | 'isBase64Encoded'>;

/**
 * Takes a signed webhook into the inbox and queues it. A delivery that fails any check leaves nothing behind but a
 * metric. One that comes again gets the same answer, and is queued again only while no execution has it.
 */
export const receiveWebhook =
  (deps: Dependencies) =>
  async (request: Request): Promise<HttpAnswer> => {
    const body = Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8');
    const read = readDelivery(signedHeaders(request), body, await deps.secrets(), deps.now());
    count('WebhooksAccepted', 'accepted' in read ? 1 : 0);
    count('WebhooksRefused', 'accepted' in read ? 0 : 1);
    if ('refused' in read) {
      note('WEBHOOK_REFUSED', { because: read.because, status: read.refused.statusCode });
      return read.refused;
    }
    return accept(deps, read.accepted);
  };

async function accept(deps: Dependencies, { webhookId, text, event }: Delivery): Promise<HttpAnswer> {
  const eventId = eventIdOf(webhookId);
  const accountId = event.data.account;
  const subject = sealedSubject(eventId);
  const sealed = await deps.envelope.seal(subject, text);
  const known = await deps.inbox.accept({ eventId, accountId, receivedAt: deps.now().toISOString(), sealed });
  if (known && (await deps.envelope.unseal(subject, known.sealed)) !== text) {
    return refusal(409, 'webhook-id was used before for another body; give every event an id of its own');
  }
  if (!known || known.status === 'received') await deps.enqueue({ eventId, attempt: known?.attempt ?? 1 });
  note(known ? 'WEBHOOK_REPEATED' : 'WEBHOOK_ACCEPTED', { eventId, accountId });
  return answer(202, { accepted: true, id: webhookId });
}

function signedHeaders({ headers }: Request) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = headers;
  return { ...(id ? { id } : {}), ...(timestamp ? { timestamp } : {}), ...(signature ? { signature } : {}) };
}
