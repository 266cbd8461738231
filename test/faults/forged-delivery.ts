import { createHmac } from 'node:crypto';
import { request } from 'node:http';

/** A webhook as an attacker, or a careless provider, may put it together. */
export interface ForgedDelivery {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface Signing {
  readonly secret: string;
  readonly id: string;
  /** Text of `webhook-timestamp`. */
  readonly timestamp: string;
  readonly body: Buffer;
}

export const webhookPath = '/webhooks/accounts';

/** Bytes of the signature that Standard Webhooks asks for, made without our own code. */
export function macOf({ secret, id, timestamp, body }: Signing): Buffer {
  const key = Buffer.from(secret, 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}

/** A delivery that is right in every way. */
export function wellSigned(signing: Signing): ForgedDelivery {
  return {
    method: 'POST',
    path: webhookPath,
    headers: {
      'content-type': 'application/json',
      'webhook-id': signing.id,
      'webhook-timestamp': signing.timestamp,
      'webhook-signature': `v1,${macOf(signing).toString('base64')}`,
    },
    body: signing.body,
  };
}

export function withHeaders(
  delivery: ForgedDelivery,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): ForgedDelivery {
  const merged = Object.entries({ ...delivery.headers, ...headers }).filter(
    ([, value]) => value !== undefined,
  );
  return { ...delivery, headers: Object.fromEntries(merged) as ForgedDelivery['headers'] };
}

/** Sends it as it is: no header is added, changed or left out but for `host` and `content-length`. */
export function deliver(url: string, { method, path, headers, body }: ForgedDelivery): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // Without a length, some methods would send their body as if it were the next request.
    const framed = { ...headers, 'content-length': String(body.length) };
    const sent = request(new URL(url).origin, { method, path, headers: framed, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
