import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { ServiceError } from '../service-error.ts';
import { keyIdOfBlob, openBlob, sealBlob } from './ciphertext-blob.ts';
import { blobMember, contextMember, keyIdMember, messageMember } from './input-members.ts';
import type { KeyUse } from './key-use.ts';

const usage = 'ENCRYPT_DECRYPT';
const dataKeyBytes = { AES_256: 32, AES_128: 16 } as const;

const GenerateInput = z
  .object({
    KeyId: keyIdMember,
    KeySpec: z.enum(['AES_256', 'AES_128']).optional(),
    NumberOfBytes: z.int().min(1).max(1024).optional(),
    EncryptionContext: contextMember,
  })
  .refine(
    (input) => (input.KeySpec === undefined) !== (input.NumberOfBytes === undefined),
    'either KeySpec or NumberOfBytes is required, and not both',
  );
const EncryptInput = z.object({
  KeyId: keyIdMember,
  Plaintext: messageMember,
  EncryptionContext: contextMember,
});
const DecryptInput = z.object({
  KeyId: keyIdMember.optional(),
  CiphertextBlob: blobMember,
  EncryptionContext: contextMember,
});

/** Encryption under a key that never leaves the store, and the data keys sealed by it. */
export function dataKeyOperations(keys: KeyUse): Record<string, JsonOperation> {
  const generate = (action: string): JsonOperation => {
    return (raw, caller) => {
      const input = parseInput(GenerateInput, raw);
      const context = input.EncryptionContext;
      const key = keys.compute(input.KeyId, action, caller, { usage, context });
      const plaintext = randomBytes(input.NumberOfBytes ?? dataKeyBytes[input.KeySpec ?? 'AES_256']);
      const blob = sealBlob(key.id, key.material, plaintext, context);
      return {
        KeyId: keys.arnOf(key.id),
        CiphertextBlob: blob.toString('base64'),
        ...(action === 'GenerateDataKey' ? { Plaintext: plaintext.toString('base64') } : {}),
      };
    };
  };

  return {
    GenerateDataKey: generate('GenerateDataKey'),
    GenerateDataKeyWithoutPlaintext: generate('GenerateDataKeyWithoutPlaintext'),
    Encrypt: (raw, caller) => {
      const input = parseInput(EncryptInput, raw);
      const context = input.EncryptionContext;
      const key = keys.compute(input.KeyId, 'Encrypt', caller, { usage, context });
      return {
        KeyId: keys.arnOf(key.id),
        CiphertextBlob: sealBlob(key.id, key.material, input.Plaintext, context).toString('base64'),
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      };
    },
    Decrypt: (raw, caller) => decrypt(keys, parseInput(DecryptInput, raw), caller),
  };
}

function decrypt(keys: KeyUse, input: z.output<typeof DecryptInput>, caller: string): unknown {
  const { CiphertextBlob: blob, EncryptionContext: context } = input;
  const madeWith = keyIdOfBlob(blob);
  if (madeWith === undefined) throw invalidCiphertext();
  const key = keys.compute(madeWith, 'Decrypt', caller, { usage, context });
  if (input.KeyId !== undefined && keys.find(input.KeyId).id !== key.id) {
    throw new ServiceError(
      'IncorrectKeyException',
      'The key ID in the request does not identify a CMK that can perform this operation.',
    );
  }
  const plaintext = openBlob(blob, key.material, context);
  if (!plaintext) throw invalidCiphertext();
  return {
    KeyId: keys.arnOf(key.id),
    Plaintext: plaintext.toString('base64'),
    EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
  };
}

/** AWS gives this code without a message, so that it tells an attacker nothing. */
function invalidCiphertext(): ServiceError {
  return new ServiceError('InvalidCiphertextException', '');
}
