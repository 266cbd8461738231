import { createPublicKey, hash, type KeyObject } from 'node:crypto';

export interface VerifierKey {
  readonly text: string;
  readonly name: string;
  /** Four bytes that say which key made a signature. */
  readonly id: Buffer;
  readonly publicKey: KeyObject;
}

const form = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/;
const ed25519 = 0x01;
// RFC 8410: what stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo.
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Reads `<name>+<key id>+<base64>` (C2SP signed-note); null when it is none, or when its id is not that of its key. */
export function readVerifierKey(text: string): VerifierKey | null {
  const [, name = '', id = '', material = ''] = form.exec(text) ?? [];
  const typed = Buffer.from(material, 'base64');
  const computed = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed]), 'buffer').subarray(0, 4);
  if (typed[0] !== ed25519 || computed.toString('hex') !== id) return null;
  const publicKey = createPublicKey({
    key: Buffer.concat([spkiPrefix, typed.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  return { text, name, id: computed, publicKey };
}
