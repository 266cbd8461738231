import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type { BillableUnit } from '../../meter/meter.ts';

export type KeyUsage = 'ENCRYPT_DECRYPT' | 'GENERATE_VERIFY_MAC' | 'SIGN_VERIFY';

interface SpecFacts {
  readonly usage: KeyUsage;
  /** The member of `KeyMetadata` that lists the algorithms, and the list. */
  readonly algorithms: Readonly<Record<string, readonly string[]>>;
  readonly unit: BillableUnit;
  /** Raw bytes of a secret key, or a private key as PKCS #8 DER. */
  readonly generate: () => Buffer;
}

export const keySpecs = {
  SYMMETRIC_DEFAULT: {
    usage: 'ENCRYPT_DECRYPT',
    algorithms: { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] },
    unit: 'kms.symmetricRequest',
    generate: () => randomBytes(32),
  },
  HMAC_256: {
    usage: 'GENERATE_VERIFY_MAC',
    algorithms: { MacAlgorithms: ['HMAC_SHA_256'] },
    unit: 'kms.hmacRequest',
    generate: () => randomBytes(32),
  },
  ECC_NIST_P256: {
    usage: 'SIGN_VERIFY',
    algorithms: { SigningAlgorithms: ['ECDSA_SHA_256'] },
    unit: 'kms.asymmetricRequest',
    generate: () => pkcs8(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey),
  },
  ECC_NIST_EDWARDS25519: {
    usage: 'SIGN_VERIFY',
    // AWS also offers ED25519_PH_SHA_512 (pre-hashed), which node:crypto cannot make.
    algorithms: { SigningAlgorithms: ['ED25519_SHA_512'] },
    unit: 'kms.asymmetricRequest',
    generate: () => pkcs8(generateKeyPairSync('ed25519').privateKey),
  },
} as const satisfies Readonly<Record<string, SpecFacts>>;

export type KeySpec = keyof typeof keySpecs;

export const keySpecNames = Object.keys(keySpecs) as KeySpec[];

function pkcs8(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'pkcs8' });
}
