import { z } from 'zod';
import { ServiceError } from '../service-error.ts';
import type { SecretUse } from './secret-use.ts';

/** The longest secret value, in bytes (Secrets Manager quotas). */
const longestValue = 65_536;

export const currentStage = 'AWSCURRENT';
const previousStage = 'AWSPREVIOUS';

/** The members by which `CreateSecret` and `PutSecretValue` carry a value. */
export const valueMembers = {
  ClientRequestToken: z.string().min(32).max(64).optional(),
  SecretString: z
    .string()
    .refine((text) => Buffer.byteLength(text) <= longestValue, `must have at most ${longestValue} bytes`)
    .optional(),
  SecretBinary: z.base64().optional(),
};

interface SecretValue {
  readonly SecretString?: string | undefined;
  readonly SecretBinary?: string | undefined;
}

/** Adds a version and moves the stages to it. Moving `AWSCURRENT` leaves `AWSPREVIOUS` on the version it came from. */
export function stageValue(
  { store, surroundings }: SecretUse,
  arn: string,
  versionId: string,
  value: SecretValue,
  stages: readonly string[] = [currentStage],
): void {
  if ((value.SecretString === undefined) === (value.SecretBinary === undefined)) {
    throw new ServiceError(
      'InvalidParameterException',
      'either SecretString or SecretBinary is required, and not both',
    );
  }
  store.addVersion(arn, {
    versionId,
    secretString: value.SecretString ?? null,
    secretBinary: value.SecretBinary ?? null,
    createdAt: surroundings.clock.now(),
  });
  const before = store.versionIdAt(arn, currentStage);
  for (const stage of stages) store.setStage(arn, stage, versionId);
  if (stages.includes(currentStage) && before !== undefined) store.setStage(arn, previousStage, before);
}
