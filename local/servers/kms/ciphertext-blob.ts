import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export type EncryptionContext = Readonly<Record<string, string>>;

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * `version (1) | length of the key id (1) | key id | nonce (12) | ciphertext | tag (16)`. AES-256-GCM; the header and the
 * encryption context are its additional data, so neither can be exchanged.
 */
export function sealBlob(
  keyId: string,
  material: Uint8Array,
  plaintext: Uint8Array,
  context: EncryptionContext,
): Buffer {
  const header = Buffer.concat([Buffer.from([version, Buffer.byteLength(keyId)]), Buffer.from(keyId)]);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', material, nonce).setAAD(additionalData(header, context));
  return Buffer.concat([header, nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** The id of the key a blob was made with, or `undefined` when it is not one of ours. */
export function keyIdOfBlob(blob: Buffer): string | undefined {
  const end = headerEnd(blob);
  if (blob[0] !== version || blob.length < end + nonceBytes + tagBytes) return undefined;
  return blob.toString('utf8', 2, end);
}

/** The plaintext, or `undefined` when the blob was tampered with or the context is another. */
export function openBlob(blob: Buffer, material: Uint8Array, context: EncryptionContext): Buffer | undefined {
  const end = headerEnd(blob);
  const nonce = blob.subarray(end, end + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', material, nonce, { authTagLength: tagBytes })
    .setAAD(additionalData(blob.subarray(0, end), context))
    .setAuthTag(blob.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(blob.subarray(end + nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    // GCM tells only that the tag does not fit, and so do we.
    return undefined;
  }
}

function headerEnd(blob: Buffer): number {
  return 2 + (blob[1] ?? 0);
}

function additionalData(header: Buffer, context: EncryptionContext): Buffer {
  const pairs = Object.entries(context).sort(([left], [right]) => (left < right ? -1 : 1));
  return Buffer.concat([header, Buffer.from(JSON.stringify(pairs))]);
}
