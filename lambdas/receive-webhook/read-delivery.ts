import { AccountEvent } from '../../domain/accounts/account-event.ts';
import { faultsOf } from '../../domain/validation/faults.ts';
import { verifyDelivery, type SignedHeaders } from '../../adapters/webhooks/standard-webhooks.ts';
import { refusal, type HttpAnswer } from '../runtime/http-answer.ts';

/** `docs/design.md`, "Webhook in". */
export const bodyBytesAtMost = 256 * 1024;

export interface Delivery {
  readonly webhookId: string;
  readonly text: string;
  readonly event: AccountEvent;
}

export type ReadDelivery =
  { readonly accepted: Delivery } | { readonly refused: HttpAnswer; readonly because: string };

/** Size, signature, JSON, shape, in this order: nothing of an unsigned body is looked at. */
export function readDelivery(
  headers: Partial<SignedHeaders>,
  body: Buffer,
  secrets: readonly string[],
  now: Date,
): ReadDelivery {
  if (body.length > bodyBytesAtMost) {
    return refused(
      413,
      'tooLarge',
      `expected a body of at most ${bodyBytesAtMost} bytes, found ${body.length}`,
    );
  }
  const verdict = verifyDelivery(headers, body, secrets, now);
  if (verdict !== 'authentic') return refused(401, verdict, signatureAdvice[verdict]);
  const text = decode(body);
  if (text === undefined) return refused(400, 'notUtf8', 'expected a JSON body in UTF-8');
  const json = parse(text);
  if (json === undefined) return refused(400, 'notJson', 'expected a JSON body');
  const parsed = AccountEvent.safeParse(json.value);
  if (!parsed.success) {
    const faults = faultsOf(parsed.error);
    const problem = 'the body does not have the shape of docs/schemas/account-event.schema.json';
    return { because: 'schema', refused: refusal(422, problem, { faults }) };
  }
  return { accepted: { webhookId: headers.id ?? '', text, event: parsed.data } };
}

const signatureAdvice = {
  headersMissing:
    'expected the headers webhook-id, webhook-timestamp and webhook-signature (Standard Webhooks)',
  signatureWrong: 'the signature fits none of the current secrets; sign `id.timestamp.body` with HMAC-SHA256',
  timestampStale: 'webhook-timestamp is more than 300 s from now; sign again with the present time',
} as const;

function refused(status: number, because: string, problem: string): ReadDelivery {
  return { because, refused: refusal(status, problem) };
}

/** What was signed is what is kept: bytes that are no text are refused, not replaced. */
function decode(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
