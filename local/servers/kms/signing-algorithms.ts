import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { ServiceError } from '../service-error.ts';
import { signDigest, verifyDigest } from './ecdsa-digest.ts';

/** `RAW`: KMS hashes the message. `DIGEST`: the caller did. */
export type MessageType = 'RAW' | 'DIGEST';

interface SigningAlgorithm {
  readonly sign: (message: Buffer, type: MessageType, key: KeyObject) => Buffer;
  readonly verify: (message: Buffer, type: MessageType, signature: Buffer, key: KeyObject) => boolean;
}

export const signingAlgorithms = {
  ECDSA_SHA_256: {
    sign: (message, type, key) =>
      type === 'RAW' ? sign('sha256', message, key) : signDigest(checkedDigest(message), secretOf(key)),
    verify: (message, type, signature, key) =>
      type === 'RAW'
        ? verify('sha256', message, createPublicKey(key), signature)
        : verifyDigest(checkedDigest(message), signature, secretOf(key)),
  },
  ED25519_SHA_512: {
    sign: (message, type, key) => sign(null, onlyRaw(message, type), key),
    verify: (message, type, signature, key) =>
      verify(null, onlyRaw(message, type), createPublicKey(key), signature),
  },
} as const satisfies Readonly<Record<string, SigningAlgorithm>>;

export type SigningAlgorithmName = keyof typeof signingAlgorithms;

export function privateKeyOf(material: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(material), format: 'der', type: 'pkcs8' });
}

/** SubjectPublicKeyInfo in DER, as `GetPublicKey` gives it. */
export function publicKeyOf(material: Uint8Array): Buffer {
  return createPublicKey(privateKeyOf(material)).export({ format: 'der', type: 'spki' });
}

function secretOf(key: KeyObject): bigint {
  const { d = '' } = key.export({ format: 'jwk' });
  return BigInt(`0x${Buffer.from(d, 'base64url').toString('hex')}`);
}

function checkedDigest(digest: Buffer): Buffer {
  if (digest.length === 32) return digest;
  throw new ServiceError(
    'ValidationException',
    `Digest is invalid length for algorithm ECDSA_SHA_256: 32 bytes expected, ${digest.length} found.`,
  );
}

function onlyRaw(message: Buffer, type: MessageType): Buffer {
  if (type === 'RAW') return message;
  throw new ServiceError('ValidationException', 'The algorithm ED25519_SHA_512 requires MessageType RAW.');
}
