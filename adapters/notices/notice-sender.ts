import { PutEventsCommand, type EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KycError } from '../../domain/errors/kyc-error.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { signDelivery } from '../webhooks/standard-webhooks.ts';

/** The provider did not take a notice. It stays in the outbox and is sent again. */
export class NoticeNotDeliveredError extends KycError {
  override readonly name = 'NoticeNotDeliveredError';
}

export interface ProviderEndpoint {
  /** Null where the provider listens on the event bus only. */
  readonly url: string | null;
  readonly secret: string;
}

export interface NoticeSenderOptions {
  readonly eventBus: string;
  readonly endpoint: () => Promise<ProviderEndpoint>;
  readonly now: () => Date;
}

export type SendNotice = (notice: Notice) => Promise<void>;

const answerWithinMs = 5000;

/** Sends a notice over both ways out: the event bus, and a signed webhook to the provider. */
export function noticeSender(events: EventBridgeClient, options: NoticeSenderOptions): SendNotice {
  return async (notice) => {
    await putOnBus(events, options.eventBus, notice);
    const { url, secret } = await options.endpoint();
    if (url !== null) await post(url, secret, notice, options.now());
  };
}

async function putOnBus(events: EventBridgeClient, eventBus: string, notice: Notice): Promise<void> {
  const { type, at, id, data } = notice;
  const entry = {
    EventBusName: eventBus,
    Source: 'iaas-kyc',
    DetailType: type,
    Time: new Date(at),
    Detail: JSON.stringify({ id, ...data }),
  };
  const { FailedEntryCount, Entries } = await events.send(new PutEventsCommand({ Entries: [entry] }));
  if (FailedEntryCount) {
    throw new NoticeNotDeliveredError(
      `notice ${id}: the event bus answered ${Entries?.[0]?.ErrorCode ?? 'an error'}`,
    );
  }
}

async function post(url: string, secret: string, notice: Notice, now: Date): Promise<void> {
  const { type, at, id, data } = notice;
  const body = Buffer.from(JSON.stringify({ type, timestamp: at, data }));
  let status: number;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signDelivery(id, body, secret, now) },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    await response.body?.cancel();
    status = response.status;
  } catch (cause) {
    throw new NoticeNotDeliveredError(`notice ${id}: the provider's endpoint did not answer`, { cause });
  }
  if (status < 200 || status > 299) {
    throw new NoticeNotDeliveredError(
      `notice ${id}: the provider's endpoint answered ${status}, expected 2xx`,
    );
  }
}
