import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signDelivery, verifyDelivery } from '../../adapters/webhooks/standard-webhooks.ts';

const seed = 20231;
// The other implementation looks at the clock of the machine, so both sides use it here.
const now = new Date();
const secret = fc
  .uint8Array({ minLength: 24, maxLength: 64 })
  .map((key) => Buffer.from(key).toString('base64'));
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/);
const body = fc.jsonValue().map((value) => JSON.stringify(value));

describe('Standard Webhooks, against the reference implementation', () => {
  it('has what we sign verified by it', () => {
    fc.assert(
      fc.property(secret, id, body, (key, webhookId, text) => {
        const headers = signDelivery(webhookId, Buffer.from(text), key, now);
        expect(new Webhook(key).verify(text, headers)).toEqual(JSON.parse(text));
      }),
      { seed, numRuns: 200 },
    );
  });

  it('verifies what it signs, with and without the prefix of the secret', () => {
    fc.assert(
      fc.property(secret, id, body, fc.constantFrom('', 'whsec_'), (key, webhookId, text, prefix) => {
        const signature = new Webhook(`${prefix}${key}`).sign(webhookId, now, text);
        const headers = { id: webhookId, timestamp: String(Math.floor(now.getTime() / 1000)), signature };
        expect(verifyDelivery(headers, Buffer.from(text), [key], now)).toBe('authentic');
      }),
      { seed, numRuns: 200 },
    );
  });

  it('refuses what it refuses: another body under the same signature', () => {
    fc.assert(
      fc.property(secret, id, body, body, (key, webhookId, text, other) => {
        fc.pre(text !== other);
        const headers = signDelivery(webhookId, Buffer.from(text), key, now);
        expect(() => new Webhook(key).verify(other, headers)).toThrow('No matching signature');
        const { 'webhook-timestamp': timestamp = '', 'webhook-signature': signature = '' } = headers;
        expect(verifyDelivery({ id: webhookId, timestamp, signature }, Buffer.from(other), [key], now)).toBe(
          'signatureWrong',
        );
      }),
      { seed, numRuns: 100 },
    );
  });
});
