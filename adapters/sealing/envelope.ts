import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';

/** Personal data under its own data key. Whoever deletes `wrappedKey` has erased the data. */
export interface Sealed {
  readonly v: 1;
  /** The data key, encrypted by KMS for this subject only. */
  readonly wrappedKey: Uint8Array;
  /** 12 bytes of nonce, 16 of tag, then AES-256-GCM ciphertext. */
  readonly ciphertext: Uint8Array;
}

export interface Envelope {
  /** @param subject names whose data it is, such as `party:acct_1:p_1`; the key opens for no other subject */
  seal(subject: string, plaintext: string): Promise<Sealed>;
  unseal(subject: string, sealed: Sealed): Promise<string>;
}

/** The same for what is not text. */
export interface BytesEnvelope {
  seal(subject: string, plaintext: Uint8Array): Promise<Sealed>;
  unseal(subject: string, sealed: Sealed): Promise<Buffer>;
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

export function kmsEnvelope(kms: KMSClient, keyId: string): Envelope {
  const envelope = kmsBytesEnvelope(kms, keyId);
  return {
    seal: (subject, plaintext) => envelope.seal(subject, Buffer.from(plaintext)),
    unseal: async (subject, sealed) => (await envelope.unseal(subject, sealed)).toString('utf8'),
  };
}

export function kmsBytesEnvelope(kms: KMSClient, keyId: string): BytesEnvelope {
  return {
    async seal(subject, plaintext) {
      const { Plaintext, CiphertextBlob } = await kms.send(
        new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: { subject } }),
      );
      if (!Plaintext || !CiphertextBlob) throw new Error('KMS GenerateDataKey answered without a key');
      const nonce = randomBytes(nonceBytes);
      const encrypting = createCipheriv(cipher, Plaintext, nonce).setAAD(Buffer.from(subject));
      const body = Buffer.concat([encrypting.update(plaintext), encrypting.final()]);
      Plaintext.fill(0);
      return {
        v: 1,
        wrappedKey: CiphertextBlob,
        ciphertext: Buffer.concat([nonce, encrypting.getAuthTag(), body]),
      };
    },
    unseal: (subject, sealed) => unsealed(kms, subject, sealed, keyId),
  };
}

/**
 * Opens what any key has sealed that the caller may use: for people at a stage whose key they do not know by name. Who
 * relies on what it holds has to have a digest of it from elsewhere.
 */
export function kmsUnsealer(kms: KMSClient): Pick<Envelope, 'unseal'> {
  return {
    unseal: async (subject, sealed) => (await unsealed(kms, subject, sealed)).toString('utf8'),
  };
}

async function unsealed(kms: KMSClient, subject: string, sealed: Sealed, KeyId?: string): Promise<Buffer> {
  const { Plaintext } = await kms.send(
    new DecryptCommand({ KeyId, CiphertextBlob: sealed.wrappedKey, EncryptionContext: { subject } }),
  );
  if (!Plaintext) throw new Error('KMS Decrypt answered without a key');
  const bytes = Buffer.from(sealed.ciphertext);
  const decrypting = createDecipheriv(cipher, Plaintext, bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(subject))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const body = Buffer.concat([decrypting.update(bytes.subarray(nonceBytes + tagBytes)), decrypting.final()]);
  Plaintext.fill(0);
  return body;
}

/** Hex SHA-256 of sealed data, for the audit trail: it stays true after the key is erased and tells nothing. */
export function sealedDigest(sealed: Sealed): string {
  return createHash('sha256').update(sealed.ciphertext).digest('hex');
}
