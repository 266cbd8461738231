import { createHash } from 'node:crypto';
import { signDelivery, verifyDelivery, type SignatureVerdict } from '../webhooks/standard-webhooks.ts';
import { readBounded } from './bounded-body.ts';

export interface SignedEndpoint {
  readonly url: string;
  /** Base64; signs what is asked and what is answered. */
  readonly secret: string;
}

/** An answer as it came, for the record. */
export interface RawAnswer {
  readonly status: number;
  /** At most `answerBytesAtMost` of it. */
  readonly body: Buffer;
  readonly isCut: boolean;
  /** SHA-256 (hex) of `body`. */
  readonly sha256: string;
  readonly signature: SignatureVerdict;
}

/** What came of asking once: an answer, or none. */
export type Attempt = RawAnswer | { readonly failure: 'timeout' | 'unreachable' };

/** As much as is taken of our own webhooks; an answer is a few kilobytes. */
export const answerBytesAtMost = 256 * 1024;

interface Question {
  readonly id: string;
  readonly body: Buffer<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Posts a body signed by Standard Webhooks and reads the answer, which is signed in the same way.
 *
 * @param clock read once for signing and once for the answer's age
 */
export async function askOnce(
  { url, secret }: SignedEndpoint,
  { id, body, headers }: Question,
  answerWithinMs: number,
  clock: () => Date,
): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(headers ?? signDelivery(id, body, secret, clock())),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    const { bytes, isCut } = await readBounded(response, answerBytesAtMost);
    return {
      status: response.status,
      body: bytes,
      isCut,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      signature: verifyDelivery(signedHeaders(response.headers), bytes, [secret], clock()),
    };
  } catch (error) {
    return { failure: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' };
  }
}

function signedHeaders(headers: Headers) {
  return {
    id: headers.get('webhook-id') ?? '',
    timestamp: headers.get('webhook-timestamp') ?? '',
    signature: headers.get('webhook-signature') ?? '',
  };
}
