import { macOf, withHeaders, wellSigned, type ForgedDelivery, type Signing } from './forged-delivery.ts';

/** What an attack is given: a body that would be accepted, and how it would be signed. */
export type Honest = Signing;

export interface Attack {
  readonly title: string;
  readonly status: number;
  readonly make: (honest: Honest) => ForgedDelivery;
}

type Make = Attack['make'];

/** Same everything, another signature header. */
const signature =
  (of: (honest: Honest) => string): Make =>
  (honest) =>
    withHeaders(wellSigned(honest), { 'webhook-signature': of(honest) });

/** A timestamp that the sender has signed for: nothing else is wrong. */
const timestamp =
  (of: (now: number) => string): Make =>
  (honest) =>
    wellSigned({ ...honest, timestamp: of(Number(honest.timestamp)) });

const id =
  (webhookId: string): Make =>
  (honest) =>
    wellSigned({ ...honest, id: webhookId });

const base64 = (honest: Honest): string => macOf(honest).toString('base64');
const otherSecret = Buffer.alloc(33, 'x').toString('base64');

export const signatureAttacks = answeredWith(401, '', [
  ['a signature of random bytes', signature(() => `v1,${Buffer.alloc(32, 7).toString('base64')}`)],
  ['a signature cut short', signature((honest) => `v1,${base64(honest).slice(0, 40)}`)],
  ['a signature one bit off', signature((honest) => `v1,${oneBitOff(macOf(honest)).toString('base64')}`)],
  [
    'a signature with a byte too many',
    signature((honest) => `v1,${longer(macOf(honest)).toString('base64')}`),
  ],
  [
    'the signature of another body',
    signature((honest) => `v1,${base64({ ...honest, body: Buffer.from('{}') })}`),
  ],
  ['the signature of another id', signature((honest) => `v1,${base64({ ...honest, id: 'other' })}`)],
  ['the signature of another time', signature((honest) => `v1,${base64({ ...honest, timestamp: '1' })}`)],
  [
    'a signature by another secret',
    signature((honest) => `v1,${base64({ ...honest, secret: otherSecret })}`),
  ],
  ['a signature by the empty secret', signature((honest) => `v1,${base64({ ...honest, secret: '' })}`)],
  ['an empty signature of the right scheme', signature(() => 'v1,')],
  ['only the name of the scheme', signature(() => 'v1')],
  ['nothing but separators', signature(() => ', , ,')],
  ['the right bytes under the scheme v0', signature((honest) => `v0,${base64(honest)}`)],
  ['the right bytes under the scheme v1a', signature((honest) => `v1a,${base64(honest)}`)],
  ['the right bytes under the scheme V1', signature((honest) => `V1,${base64(honest)}`)],
  ['the right bytes under no scheme', signature((honest) => base64(honest))],
  ['the right bytes in hexadecimal', signature((honest) => `v1,${macOf(honest).toString('hex')}`)],
  ['no signature', (honest) => withHeaders(wellSigned(honest), { 'webhook-signature': undefined })],
  ['no id', (honest) => withHeaders(wellSigned(honest), { 'webhook-id': undefined })],
  ['no time', (honest) => withHeaders(wellSigned(honest), { 'webhook-timestamp': undefined })],
  ['two ids', (honest) => withHeaders(wellSigned(honest), { 'webhook-id': [honest.id, 'other'] })],
  [
    'two times',
    (honest) => withHeaders(wellSigned(honest), { 'webhook-timestamp': [honest.timestamp, '1'] }),
  ],
  [
    'a wrong signature header before the right one',
    (honest) => withHeaders(wellSigned(honest), { 'webhook-signature': ['v1,AAAA', `v1,${base64(honest)}`] }),
  ],
  [
    'another body under the right headers',
    (honest) => ({ ...wellSigned(honest), body: Buffer.concat([honest.body, Buffer.from(' ')]) }),
  ],
]);

export const timestampAttacks = answeredWith(401, 'a time ', [
  ['301 s old', timestamp((now) => String(now - 301))],
  ['302 s ahead', timestamp((now) => String(now + 302))],
  ['in milliseconds', timestamp((now) => String(now * 1000))],
  ['of the year 1970', timestamp(() => '0')],
  ['negative', timestamp((now) => String(-now))],
  ['with a fraction', timestamp((now) => `${now}.5`)],
  ['in exponent form', timestamp((now) => now.toExponential())],
  ['in hexadecimal', timestamp((now) => `0x${now.toString(16)}`)],
  ['with a plus sign', timestamp((now) => `+${now}`)],
  ['of forty digits', timestamp((now) => String(now).repeat(4))],
  ['as a date', timestamp((now) => new Date(now * 1000).toISOString())],
  ['that is no number', timestamp(() => 'NaN')],
  ['in other digits', timestamp(() => '١٢٣')],
]);

export const idAttacks = answeredWith(401, 'an id ', [
  ['with a dot', id('evt.1')],
  [
    'that moves the dots',
    (honest) => {
      // `a.b.123.{}` is signed text for the id `a` and for the id `a.b`.
      const signed = wellSigned({ ...honest, id: 'a', timestamp: `b.${honest.timestamp}` });
      return withHeaders(signed, { 'webhook-id': 'a.b', 'webhook-timestamp': honest.timestamp });
    },
  ],
  ['with a slash', id('../../inbox')],
  ['with a blank', id('evt 1')],
  ['with quotation marks', id('"; DROP TABLE inbox; --')],
  ['beyond ASCII', id('évt')],
  ['of 129 characters', id('e'.repeat(129))],
  ['of 12,000 characters', id('e'.repeat(12_000))],
  ['that is a placeholder of the state machine', id('${AssessParties}')],
]);

function answeredWith(
  status: number,
  prefix: string,
  attacks: readonly (readonly [title: string, make: Make])[],
): Attack[] {
  return attacks.map(([title, make]) => ({
    title: prefix + title,
    status,
    make: (honest) => asLatin1(make(honest)),
  }));
}

function oneBitOff(mac: Buffer): Buffer {
  const changed = Buffer.from(mac);
  changed[0] = (changed[0] ?? 0) ^ 1;
  return changed;
}

function longer(mac: Buffer): Buffer {
  return Buffer.concat([mac, Buffer.from([0])]);
}

/** Headers travel byte by byte: UTF-8 in them is put as the characters of its bytes. */
function asLatin1(delivery: ForgedDelivery): ForgedDelivery {
  const headers = Object.entries(delivery.headers).map(([name, value]) => {
    const texts = [value].flat().map((text) => Buffer.from(text, 'utf8').toString('latin1'));
    return [name, texts.length === 1 ? (texts[0] ?? '') : texts] as const;
  });
  return { ...delivery, headers: Object.fromEntries(headers) };
}
