import { z } from 'zod';
import type { JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { ServiceError } from '../service-error.ts';
import { blobMember, keyIdMember, messageMember } from './input-members.ts';
import { keySpecs } from './key-spec.ts';
import type { StoredKey } from './key-store.ts';
import type { KeyUse } from './key-use.ts';
import {
  privateKeyOf,
  publicKeyOf,
  signingAlgorithms,
  type SigningAlgorithmName,
} from './signing-algorithms.ts';

const usage = 'SIGN_VERIFY';
const SignInput = z.object({
  KeyId: keyIdMember,
  Message: messageMember,
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.enum(Object.keys(signingAlgorithms) as SigningAlgorithmName[]),
});
const VerifyInput = SignInput.extend({ Signature: blobMember });
const PublicKeyInput = z.object({ KeyId: keyIdMember });

/** Signatures under elliptic-curve keys. */
export function signatureOperations(keys: KeyUse): Record<string, JsonOperation> {
  return {
    Sign: (raw, caller) => {
      const input = parseInput(SignInput, raw);
      const key = keys.compute(input.KeyId, 'Sign', caller, { usage });
      const algorithm = algorithmFor(key, input.SigningAlgorithm, keys.arnOf(key.id));
      const signature = algorithm.sign(input.Message, input.MessageType, privateKeyOf(key.material));
      return {
        KeyId: keys.arnOf(key.id),
        SigningAlgorithm: input.SigningAlgorithm,
        Signature: signature.toString('base64'),
      };
    },
    Verify: (raw, caller) => {
      const input = parseInput(VerifyInput, raw);
      const key = keys.compute(input.KeyId, 'Verify', caller, { usage });
      const algorithm = algorithmFor(key, input.SigningAlgorithm, keys.arnOf(key.id));
      const privateKey = privateKeyOf(key.material);
      if (!algorithm.verify(input.Message, input.MessageType, input.Signature, privateKey)) {
        throw new ServiceError('KMSInvalidSignatureException', 'The signature does not fit the message.');
      }
      return {
        KeyId: keys.arnOf(key.id),
        SigningAlgorithm: input.SigningAlgorithm,
        SignatureValid: true,
      };
    },
    GetPublicKey: (raw, caller) => {
      const { KeyId } = parseInput(PublicKeyInput, raw);
      const key = keys.compute(KeyId, 'GetPublicKey', caller, { usage });
      return {
        KeyId: keys.arnOf(key.id),
        PublicKey: publicKeyOf(key.material).toString('base64'),
        KeySpec: key.spec,
        KeyUsage: usage,
        ...keySpecs[key.spec].algorithms,
      };
    },
  };
}

function algorithmFor(key: StoredKey, name: SigningAlgorithmName, arn: string) {
  const offered: Readonly<Record<string, readonly string[]>> = keySpecs[key.spec].algorithms;
  if (offered.SigningAlgorithms?.includes(name)) return signingAlgorithms[name];
  throw new ServiceError(
    'InvalidKeyUsageException',
    `Algorithm ${name} is incompatible with key spec ${key.spec} of ${arn}.`,
  );
}
