import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { ServiceError } from '../service-error.ts';
import { stageValue, valueMembers } from './secret-value.ts';
import type { SecretUse } from './secret-use.ts';

const CreateSecretInput = z.object({
  Name: z.string().regex(/^[A-Za-z0-9/_+=.@-]{1,512}$/, 'must match [A-Za-z0-9/_+=.@-]{1,512}'),
  Description: z.string().optional(),
  KmsKeyId: z.string().optional(),
  ...valueMembers,
});

/** `CreateSecret`. The same name with the same token and value is the same call made twice. */
export function createSecret(secrets: SecretUse): JsonOperation {
  const { access, clock, meter } = secrets.surroundings;
  return (raw, caller) => {
    const input = parseInput(CreateSecretInput, raw);
    const arn = secrets.arnOf(input.Name);
    meter.record('secrets.request', 1, caller);
    access.demand(caller, 'secretsmanager:CreateSecret', arn, { 'secretsmanager:Name': input.Name });
    const versionId = input.ClientRequestToken ?? randomUUID();
    const hasValue = input.SecretString !== undefined || input.SecretBinary !== undefined;
    if (secrets.store.find(arn) && !isRepeat(secrets, arn, versionId, input)) {
      throw new ServiceError(
        'ResourceExistsException',
        `The operation failed because the secret ${input.Name} already exists.`,
      );
    }
    if (!secrets.store.find(arn)) {
      const now = clock.now();
      const secret = {
        arn,
        name: input.Name,
        description: input.Description ?? null,
        kmsKeyId: input.KmsKeyId ?? null,
        createdAt: now,
        changedAt: now,
      };
      if (hasValue) secrets.callKms(secret, 'GenerateDataKey', caller);
      secrets.transact(() => {
        secrets.store.add(secret);
        if (hasValue) stageValue(secrets, arn, versionId, input);
      });
    }
    return { ARN: arn, Name: input.Name, ...(hasValue ? { VersionId: versionId } : {}) };
  };
}

function isRepeat(
  secrets: SecretUse,
  arn: string,
  versionId: string,
  input: { readonly SecretString?: string | undefined; readonly SecretBinary?: string | undefined },
): boolean {
  const version = secrets.store.version(arn, versionId);
  return (
    version?.secretString === (input.SecretString ?? null) &&
    version.secretBinary === (input.SecretBinary ?? null)
  );
}
