import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { ServiceError } from '../service-error.ts';
import type { SecretVersion } from './secret-store.ts';
import type { SecretUse } from './secret-use.ts';
import { currentStage, stageValue, valueMembers } from './secret-value.ts';

const secretIdMember = z.string().min(1).max(2048);
const GetInput = z.object({
  SecretId: secretIdMember,
  VersionId: z.string().optional(),
  VersionStage: z.string().optional(),
});
const PutInput = z.object({
  SecretId: secretIdMember,
  VersionStages: z.array(z.string().min(1).max(256)).min(1).max(20).default([currentStage]),
  ...valueMembers,
});

/** Reading and replacing the value of a secret. */
export function valueOperations(secrets: SecretUse): Record<string, JsonOperation> {
  return {
    GetSecretValue: (raw, caller) => getSecretValue(secrets, parseInput(GetInput, raw), caller),
    PutSecretValue: (raw, caller) => putSecretValue(secrets, parseInput(PutInput, raw), caller),
  };
}

function getSecretValue(secrets: SecretUse, input: z.output<typeof GetInput>, caller: string): unknown {
  const stage = input.VersionStage ?? (input.VersionId === undefined ? currentStage : undefined);
  const secret = secrets.find(input.SecretId, 'GetSecretValue', caller, {
    'secretsmanager:SecretId': input.SecretId,
    ...(stage === undefined ? {} : { 'secretsmanager:VersionStage': stage }),
  });
  const staged = stage === undefined ? input.VersionId : secrets.store.versionIdAt(secret.arn, stage);
  const versionId = input.VersionId ?? staged;
  const version =
    versionId !== undefined && versionId === staged
      ? secrets.store.version(secret.arn, versionId)
      : undefined;
  if (!version) {
    const sought = stage === undefined ? `VersionId: ${input.VersionId ?? ''}` : `staging label: ${stage}`;
    throw new ServiceError(
      'ResourceNotFoundException',
      `Secrets Manager can't find the specified secret value for ${sought}`,
    );
  }
  secrets.callKms(secret, 'Decrypt', caller);
  return {
    ARN: secret.arn,
    Name: secret.name,
    VersionId: version.versionId,
    ...valueOf(version),
    VersionStages: secrets.store.stages(secret.arn)[version.versionId] ?? [],
    CreatedDate: version.createdAt / 1000,
  };
}

function putSecretValue(secrets: SecretUse, input: z.output<typeof PutInput>, caller: string): unknown {
  const secret = secrets.find(input.SecretId, 'PutSecretValue', caller);
  const versionId = input.ClientRequestToken ?? randomUUID();
  const existing = secrets.store.version(secret.arn, versionId);
  if (!existing) {
    secrets.callKms(secret, 'GenerateDataKey', caller);
    secrets.transact(() => {
      stageValue(secrets, secret.arn, versionId, input, input.VersionStages);
    });
  } else if (
    existing.secretString !== (input.SecretString ?? null) ||
    existing.secretBinary !== (input.SecretBinary ?? null)
  ) {
    throw new ServiceError(
      'ResourceExistsException',
      `the version ${versionId} of ${secret.name} exists with another value`,
    );
  }
  return {
    ARN: secret.arn,
    Name: secret.name,
    VersionId: versionId,
    VersionStages: secrets.store.stages(secret.arn)[versionId] ?? [],
  };
}

function valueOf(version: SecretVersion): Record<string, string> {
  return version.secretString === null
    ? { SecretBinary: version.secretBinary ?? '' }
    : { SecretString: version.secretString };
}
