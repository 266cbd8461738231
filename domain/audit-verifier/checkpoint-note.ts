import { verify } from 'node:crypto';
import { LogFault } from './verification.ts';
import type { VerifierKey } from './verifier-key.ts';

export interface SignedHead {
  readonly size: number;
  readonly root: Buffer;
}

const path = 'checkpoint';
// Text, blank line, signature lines: and nothing else, so that no bit of the file goes unread.
const noteForm = /^([^\p{Cc}]+\n(?:[^\p{Cc}]+\n)*)\n((?:\u2014 [^\s+]+ [A-Za-z0-9+/]+={0,2}\n)+)$/u;
const bodyForm = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n$/;

/** Reads the checkpoint and believes it only when `key` has signed it. Throws LogFault. */
export function openCheckpoint(bytes: Buffer, key: VerifierKey): SignedHead {
  const [, body, signatures] = noteForm.exec(strictUtf8(bytes)) ?? [];
  if (body === undefined || signatures === undefined) {
    throw fault('this is not a signed note', 'text, a blank line and signature lines', 'another form');
  }
  requireSignature(body, signatures, key);
  const [, origin, size = '', root = ''] = bodyForm.exec(body) ?? [];
  if (origin === undefined) {
    throw fault('the signed text is no checkpoint of this log', 'origin, size and root hash', 'another form');
  }
  if (origin !== key.name) {
    throw fault('the checkpoint belongs to another log', `the origin ${key.name}`, `the origin ${origin}`);
  }
  return { size: Number(size), root: Buffer.from(root, 'base64') };
}

function requireSignature(body: string, signatures: string, key: VerifierKey): void {
  const lines = signatures.trimEnd().split('\n');
  const expected = `a signature by ${key.name}+${key.id.toString('hex')}`;
  for (const line of lines) {
    const [, name, encoded = ''] = line.split(' ');
    const signature = Buffer.from(encoded, 'base64');
    if (name !== key.name || !signature.subarray(0, 4).equals(key.id)) continue;
    // Base64 can carry spare bits that decoding drops; they would be changed unnoticed.
    const isExact = signature.toString('base64') === encoded;
    if (isExact && verify(null, Buffer.from(body), key.publicKey, signature.subarray(4))) return;
    throw fault('the signature does not fit the text', expected, 'a signature that does not verify');
  }
  throw fault('the checkpoint is not signed by the expected key', expected, `signed by ${signers(lines)}`);
}

function signers(lines: readonly string[]): string {
  return lines
    .map((line) => {
      const [, name = '', encoded = ''] = line.split(' ');
      return `${name}+${Buffer.from(encoded, 'base64').subarray(0, 4).toString('hex')}`;
    })
    .join(', ');
}

function strictUtf8(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : '';
}

function fault(because: string, expected: string, found: string): LogFault {
  return new LogFault({ path }, because, expected, found);
}
