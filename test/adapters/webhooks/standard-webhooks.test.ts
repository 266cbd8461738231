import { describe, expect, it } from 'vitest';
import { signDelivery, verifyDelivery } from '../../../adapters/webhooks/standard-webhooks.ts';

const secret = Buffer.alloc(32, 1).toString('base64');
const other = Buffer.alloc(32, 2).toString('base64');
const now = new Date('2026-03-01T12:00:00.900Z');
const body = Buffer.from('{"a":1}');

function headers({ id = 'msg_1', key = secret, at = now } = {}) {
  const signed = signDelivery(id, body, key, at);
  return {
    id,
    timestamp: signed['webhook-timestamp'] ?? '',
    signature: signed['webhook-signature'] ?? '',
  };
}

const secondsAway = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('verifying a delivery', () => {
  it('takes what was signed with any of the secrets, with or without the customary prefix', () => {
    expect(verifyDelivery(headers(), body, [secret], now)).toBe('authentic');
    expect(verifyDelivery(headers({ key: other }), body, [secret, other], now)).toBe('authentic');
    expect(verifyDelivery(headers(), body, [`whsec_${secret}`], now)).toBe('authentic');
  });

  it('takes any good one of several signatures, and ignores versions it does not know', () => {
    const { signature } = headers();
    const several = { ...headers(), signature: `v1a,xyz v1,AAAA ${signature}` };
    expect(verifyDelivery(several, body, [secret], now)).toBe('authentic');
    const unknown = { ...headers(), signature: signature.replace('v1,', 'v2,') };
    expect(verifyDelivery(unknown, body, [secret], now)).toBe('signatureWrong');
  });

  it.each([-300, 0, 300])('takes a time %i s away', (seconds) => {
    expect(verifyDelivery(headers({ at: secondsAway(seconds) }), body, [secret], now)).toBe('authentic');
  });

  it.each([-301, 301, 86_400])('refuses a time %i s away, though the signature is good', (seconds) => {
    expect(verifyDelivery(headers({ at: secondsAway(seconds) }), body, [secret], now)).toBe('timestampStale');
  });

  it('says nothing about the time of what is not authentic', () => {
    const stale = headers({ at: secondsAway(-9999), key: other });
    expect(verifyDelivery(stale, body, [secret], now)).toBe('signatureWrong');
  });

  it.each([
    ['body', headers(), Buffer.from('{"a":2}')],
    ['id', { ...headers(), id: 'msg_2' }, body],
    ['time', { ...headers(), timestamp: String(Math.floor(now.getTime() / 1000) + 1) }, body],
  ])('refuses another %s under the signature', (_name, given, bytes) => {
    expect(verifyDelivery(given, bytes, [secret], now)).toBe('signatureWrong');
  });

  it.each([
    ['no id', { id: '' }],
    ['an id with a dot, which could be moved into the time', { id: 'msg.1' }],
    ['an id of 129 characters', { id: 'x'.repeat(129) }],
    ['no time', { timestamp: '' }],
    ['a time that is no number', { timestamp: '1e9' }],
    ['a negative time', { timestamp: '-1' }],
    ['no signature', { signature: '' }],
  ])('refuses %s as missing', (_name, differing) => {
    expect(verifyDelivery({ ...headers(), ...differing }, body, [secret], now)).toBe('headersMissing');
  });

  it('refuses everything while there is no secret', () => {
    expect(verifyDelivery(headers(), body, [], now)).toBe('signatureWrong');
  });
});
