import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { ServiceError } from '../service-error.ts';
import { blobMember, keyIdMember, messageMember } from './input-members.ts';
import type { KeyUse } from './key-use.ts';

const usage = 'GENERATE_VERIFY_MAC';
const GenerateInput = z.object({
  KeyId: keyIdMember,
  Message: messageMember,
  MacAlgorithm: z.literal('HMAC_SHA_256'),
});
const VerifyInput = GenerateInput.extend({ Mac: blobMember });

/** Keyed hashes under HMAC keys. */
export function macOperations(keys: KeyUse): Record<string, JsonOperation> {
  return {
    GenerateMac: (raw, caller) => {
      const input = parseInput(GenerateInput, raw);
      const key = keys.compute(input.KeyId, 'GenerateMac', caller, { usage });
      return {
        KeyId: keys.arnOf(key.id),
        MacAlgorithm: input.MacAlgorithm,
        Mac: hmac(key.material, input.Message).toString('base64'),
      };
    },
    VerifyMac: (raw, caller) => {
      const input = parseInput(VerifyInput, raw);
      const key = keys.compute(input.KeyId, 'VerifyMac', caller, { usage });
      const expected = hmac(key.material, input.Message);
      if (input.Mac.length !== expected.length || !timingSafeEqual(input.Mac, expected)) {
        throw new ServiceError('KMSInvalidMacException', 'The HMAC does not fit the message and the key.');
      }
      return { KeyId: keys.arnOf(key.id), MacAlgorithm: input.MacAlgorithm, MacValid: true };
    },
  };
}

function hmac(material: Uint8Array, message: Buffer): Buffer {
  return createHmac('sha256', material).update(message).digest();
}
