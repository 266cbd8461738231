import { createHash } from 'node:crypto';

// C2SP signed-note: the signature type byte of plain Ed25519.
const ed25519 = 0x01;
const keyIdBytes = 4;

/** The note a reader can verify: the text, a blank line, and one signature line. `text` ends with a newline. */
export function signedNote(
  text: string,
  keyName: string,
  publicKey: Uint8Array,
  signature: Uint8Array,
): string {
  const signed = Buffer.concat([keyId(keyName, publicKey), signature]).toString('base64');
  return `${text}\n\u2014 ${keyName} ${signed}\n`;
}

/** The public key as text, to be given to auditors: `<name>+<key id in hex>+<base64>`. */
export function verifierKeyText(keyName: string, publicKey: Uint8Array): string {
  const material = Buffer.concat([Uint8Array.of(ed25519), publicKey]).toString('base64');
  return `${keyName}+${keyId(keyName, publicKey).toString('hex')}+${material}`;
}

function keyId(keyName: string, publicKey: Uint8Array): Buffer {
  return createHash('sha256')
    .update(`${keyName}\n`)
    .update(Uint8Array.of(ed25519))
    .update(publicKey)
    .digest()
    .subarray(0, keyIdBytes);
}
