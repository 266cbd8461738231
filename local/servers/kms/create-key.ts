import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { ServiceError } from '../service-error.ts';
import { keyMetadata } from './key-metadata.ts';
import { keySpecNames, keySpecs } from './key-spec.ts';
import type { KeyUse } from './key-use.ts';

/** The tag by which a deployer fixes the id, so that deploying again finds the same key. */
export const keyIdTag = 'local:key-id';

const CreateKeyInput = z.object({
  Description: z.string().max(8192).default(''),
  KeySpec: z.enum(keySpecNames).default('SYMMETRIC_DEFAULT'),
  KeyUsage: z.enum(['ENCRYPT_DECRYPT', 'GENERATE_VERIFY_MAC', 'SIGN_VERIFY']).default('ENCRYPT_DECRYPT'),
  Tags: z.array(z.object({ TagKey: z.string(), TagValue: z.string() })).default([]),
});

/** `CreateKey`. A key that the tag `local:key-id` names and that exists is given back as it is. */
export function createKey(keys: KeyUse): JsonOperation {
  const { access, meter, account } = keys.surroundings;
  return (raw, caller) => {
    const input = parseInput(CreateKeyInput, raw);
    meter.record('kms.symmetricRequest', 1, caller);
    access.demand(caller, 'kms:CreateKey', '*');
    const { usage, generate } = keySpecs[input.KeySpec];
    if (usage !== input.KeyUsage) {
      throw new ServiceError(
        'ValidationException',
        `KeyUsage ${input.KeyUsage} is not compatible with KeySpec ${input.KeySpec}, which wants ${usage}`,
      );
    }
    const id = checkedId(input.Tags.find((tag) => tag.TagKey === keyIdTag)?.TagValue ?? randomUUID());
    if (!keys.store.find(id)) {
      keys.store.add({ id, spec: input.KeySpec, description: input.Description, material: generate() });
    }
    return { KeyMetadata: keyMetadata(keys.find(id), keys.arnOf(id), account) };
  };
}

/** The blob's header keeps the id's length in one byte, and AWS ids are shorter by far. */
function checkedId(id: string): string {
  if (/^[A-Za-z0-9-]{1,128}$/.test(id)) return id;
  throw new ServiceError(
    'ValidationException',
    `the tag ${keyIdTag} must match [A-Za-z0-9-]{1,128}, not ${id}`,
  );
}
