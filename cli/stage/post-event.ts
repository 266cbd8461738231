import { signDelivery } from '../../adapters/webhooks/standard-webhooks.ts';

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
}

export interface Delivery {
  readonly id: string;
  readonly body: string;
}

export interface WebhookAnswer {
  readonly status: number;
  readonly body: string;
}

const answerWithinMs = 30_000;

/** Signs a body by Standard Webhooks and posts it. @param signedAt the time the receiver's clock shows */
export async function postEvent(
  { url, secret }: WebhookTarget,
  { id, body }: Delivery,
  signedAt: Date,
): Promise<WebhookAnswer> {
  const bytes = Buffer.from(body);
  return post(url, bytes, signDelivery(id, bytes, secret, signedAt));
}

/** Posts as it is, signed well or badly. */
export async function post(
  url: string,
  body: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Promise<WebhookAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(answerWithinMs),
  });
  return { status: response.status, body: await response.text() };
}
