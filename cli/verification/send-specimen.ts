import { createHash } from 'node:crypto';
import { askOnce } from '../../adapters/verification/signed-exchange.ts';
import { signDelivery } from '../../adapters/webhooks/standard-webhooks.ts';
import type {
  ConformanceDelivery,
  Observation,
  Signing,
} from '../../domain/verification/provider/conformance-case.ts';

export interface KitEndpoint {
  readonly url: string;
  readonly secret: string;
  readonly answerWithinSeconds: number;
}

/** Sends one delivery of the kit, signed as it says, and tells what came. */
export async function sendSpecimen(
  { url, secret, answerWithinSeconds }: KitEndpoint,
  { checkId, body, signing }: ConformanceDelivery,
): Promise<Observation> {
  const bytes = Buffer.from(body);
  const headers = signedAs(signing, checkId, bytes, secret);
  const started = performance.now();
  const attempt = await askOnce(
    { url, secret },
    { id: checkId, body: bytes, headers },
    answerWithinSeconds * 1000,
    () => new Date(),
  );
  if ('failure' in attempt) return attempt;
  return {
    status: attempt.status,
    body: attempt.body.toString('utf8'),
    isSigned: attempt.signature === 'authentic',
    isTooLarge: attempt.isCut,
    seconds: (performance.now() - started) / 1000,
  };
}

const anHourMs = 60 * 60 * 1000;

function signedAs(signing: Signing, id: string, body: Buffer, secret: string): Record<string, string> {
  const now = new Date();
  switch (signing) {
    case 'right':
      return signDelivery(id, body, secret, now);
    case 'wrongSecret':
      return signDelivery(id, body, createHash('sha256').update(secret).digest('base64'), now);
    case 'anHourOld':
      return signDelivery(id, body, secret, new Date(now.getTime() - anHourMs));
    case 'none':
      return {};
  }
}
