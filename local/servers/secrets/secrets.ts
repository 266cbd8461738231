import { z } from 'zod';
import type { Surroundings } from '../../surroundings.ts';
import { jsonService, type JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';
import { createSecret } from './create-secret.ts';
import { generatePassword } from './generate-secret-string.ts';
import { SecretStore } from './secret-store.ts';
import { secretUse, type SecretUse } from './secret-use.ts';
import { valueOperations } from './value-operations.ts';

const SecretInput = z.object({ SecretId: z.string().min(1).max(2048) });
const DeleteInput = SecretInput.extend({ ForceDeleteWithoutRecovery: z.literal(true) });
const PasswordInput = z.object({
  PasswordLength: z.int().optional(),
  ExcludeCharacters: z.string().max(4096).optional(),
  ExcludeNumbers: z.boolean().optional(),
  ExcludePunctuation: z.boolean().optional(),
  ExcludeUppercase: z.boolean().optional(),
  ExcludeLowercase: z.boolean().optional(),
  IncludeSpace: z.boolean().optional(),
  RequireEachIncludedType: z.boolean().optional(),
});

/** Secrets Manager. Values lie in clear in the local database: a tool for development. */
export function createSecrets(surroundings: Surroundings): Service {
  const secrets = secretUse(surroundings, new SecretStore(surroundings.database));
  return jsonService('secretsmanager', '1.1', {
    CreateSecret: createSecret(secrets),
    ...valueOperations(secrets),
    DescribeSecret: describeSecret(secrets),
    DeleteSecret: deleteSecret(secrets),
    GetRandomPassword: getRandomPassword(secrets),
  });
}

function describeSecret(secrets: SecretUse): JsonOperation {
  return (raw, caller) => {
    const { SecretId } = parseInput(SecretInput, raw);
    const secret = secrets.find(SecretId, 'DescribeSecret', caller);
    return {
      ARN: secret.arn,
      Name: secret.name,
      ...(secret.description === null ? {} : { Description: secret.description }),
      ...(secret.kmsKeyId === null ? {} : { KmsKeyId: secret.kmsKeyId }),
      CreatedDate: secret.createdAt / 1000,
      LastChangedDate: secret.changedAt / 1000,
      VersionIdsToStages: secrets.store.stages(secret.arn),
    };
  };
}

/** Only without a recovery window: nothing here restores a deleted secret. */
function deleteSecret(secrets: SecretUse): JsonOperation {
  return (raw, caller) => {
    const { SecretId } = parseInput(DeleteInput, raw);
    const secret = secrets.find(SecretId, 'DeleteSecret', caller);
    secrets.transact(() => {
      secrets.store.remove(secret.arn);
    });
    return { ARN: secret.arn, Name: secret.name, DeletionDate: secrets.surroundings.clock.now() / 1000 };
  };
}

function getRandomPassword(secrets: SecretUse): JsonOperation {
  const { access, meter } = secrets.surroundings;
  return (raw, caller) => {
    const input = parseInput(PasswordInput, raw);
    meter.record('secrets.request', 1, caller);
    access.demand(caller, 'secretsmanager:GetRandomPassword', '*');
    try {
      return { RandomPassword: generatePassword(input) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ServiceError('InvalidParameterException', error.message);
    }
  };
}
