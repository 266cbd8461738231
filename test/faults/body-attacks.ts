import { gzipSync } from 'node:zlib';
import { wellSigned, withHeaders } from './forged-delivery.ts';
import type { Attack, Honest } from './webhook-attacks.ts';

type Make = Attack['make'];

/** Well signed, and yet nothing that may be kept. */
export const bodyAttacks: readonly Attack[] = [
  ...notJson([
    ['nothing at all', ''],
    ['one bracket', '{'],
    ['a word', 'undefined'],
    ['not a number', '{"type":NaN}'],
    ['a trailing comma', '{"type":"account.created",}'],
    ['a comment', '{} // fine'],
    ['two documents', '{}{}'],
    ['a byte order mark', '\uFEFF{}'],
    ['100,000 brackets that nobody closes', '['.repeat(100_000)],
    ['40,000 objects that nobody closes', '{"a":'.repeat(40_000)],
    ['a raw line break in a text', '{"type":"a\nb"}'],
    ['a raw NUL', '{"type":"a\u0000b"}'],
  ]),
  bytes('bytes that are not UTF-8 in a text', 400, () => Buffer.from('{"type":"\xff\xfe"}', 'latin1')),
  bytes('UTF-16', 400, ({ body }) => Buffer.from(body.toString('utf8'), 'utf16le')),
  bytes('gzip', 400, ({ body }) => gzipSync(body), { 'content-encoding': 'gzip' }),
  // API Gateway hands a JSON body on as text, so its bytes are no longer those that were signed.
  bytes('gzip called JSON', 401, ({ body }) => gzipSync(body), { 'content-type': 'application/json' }),
  bytes('one byte more than 256 KiB', 413, ({ body }) => padded(body, 256 * 1024 + 1)),
  bytes('1 MB', 413, ({ body }) => padded(body, 1024 * 1024)),
  bytes('11 MB', 413, ({ body }) => padded(body, 11 * 1024 * 1024)),
  unsigned('11 MB unsigned', 413, ({ body }) => padded(body, 11 * 1024 * 1024)),
  unsigned('an unsigned body of 300 kB', 413, ({ body }) => padded(body, 300_000)),
];

export const addressAttacks: readonly Attack[] = (
  [
    ['GET', '/webhooks/accounts'],
    ['PUT', '/webhooks/accounts'],
    ['DELETE', '/webhooks/accounts'],
    ['OPTIONS', '/webhooks/accounts'],
    ['POST', '/'],
    ['POST', '/webhooks'],
    ['POST', '/webhooks/accounts/1'],
    ['POST', '/WEBHOOKS/ACCOUNTS'],
    ['POST', '/webhooks/../admin'],
    ['POST', '//webhooks/accounts'],
    ['POST', '/webhooks%2faccounts'],
    ['POST', '/$default/webhooks/accounts'],
  ] as const
).map(([method, path]) => ({
  title: `${method} ${path}`,
  status: 404,
  make: (honest) => ({ ...wellSigned(honest), method, path }),
}));

function notJson(bodies: readonly (readonly [title: string, text: string])[]): Attack[] {
  return bodies.map(([title, text]) => ({
    title,
    status: 400,
    make: (honest) => wellSigned({ ...honest, body: Buffer.from(text) }),
  }));
}

function bytes(
  title: string,
  status: number,
  of: (honest: Honest) => Buffer,
  headers: Readonly<Record<string, string>> = {},
): Attack {
  const make: Make = (honest) =>
    withHeaders(wellSigned({ ...honest, body: of(honest) }), {
      'content-type': 'application/octet-stream',
      ...headers,
    });
  return { title, status, make };
}

function unsigned(title: string, status: number, of: (honest: Honest) => Buffer): Attack {
  return { title, status, make: (honest) => ({ ...wellSigned(honest), body: of(honest) }) };
}

/** Blanks at the end change nothing in JSON. */
export function padded(body: Buffer, length: number): Buffer {
  return Buffer.concat([body, Buffer.alloc(length - body.length, ' ')]);
}
