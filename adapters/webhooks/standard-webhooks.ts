import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds a delivery may be early or late (`docs/design.md`, "Webhook in", as Standard Webhooks proposes). */
export const toleranceSeconds = 300;

export interface SignedHeaders {
  readonly id: string;
  /** Seconds since the epoch, in decimal digits. */
  readonly timestamp: string;
  /** One or more `v1,<base64>`, separated by spaces. */
  readonly signature: string;
}

export type SignatureVerdict = 'authentic' | 'headersMissing' | 'timestampStale' | 'signatureWrong';

// Standard Webhooks asks for ids without dots in effect, as the signed text joins by dots; length bounded by us.
const idForm = /^[A-Za-z0-9_-]{1,128}$/;
const timestampForm = /^\d{1,12}$/;

/**
 * Verifies a delivery after the Standard Webhooks specification: HMAC-SHA256 over `id.timestamp.body`. Any of several
 * secrets may have signed it, so that a secret can be rotated without a gap.
 */
export function verifyDelivery(
  headers: Partial<SignedHeaders>,
  body: Buffer,
  secrets: readonly string[],
  now: Date,
): SignatureVerdict {
  const { id, timestamp, signature } = headers;
  if (!id || !timestamp || !signature || !idForm.test(id) || !timestampForm.test(timestamp)) {
    return 'headersMissing';
  }
  const candidates = signature
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice('v1,'.length), 'base64'));
  const expected = secrets.map((secret) => hmac(secret, id, timestamp, body));
  const authentic = expected.some((mac) =>
    candidates.some((candidate) => candidate.length === mac.length && timingSafeEqual(candidate, mac)),
  );
  if (!authentic) return 'signatureWrong';
  // Whole seconds on both sides, as the specification counts them.
  const ageSeconds = Math.abs(Math.floor(now.getTime() / 1000) - Number(timestamp));
  return ageSeconds > toleranceSeconds ? 'timestampStale' : 'authentic';
}

/** The three headers for a delivery of ours. */
export function signDelivery(id: string, body: Buffer, secret: string, now: Date): Record<string, string> {
  const timestamp = Math.floor(now.getTime() / 1000).toString();
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${hmac(secret, id, timestamp, body).toString('base64')}`,
  };
}

/** @param secret base64, with or without the customary `whsec_` before it */
function hmac(secret: string, id: string, timestamp: string, body: Buffer): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}
