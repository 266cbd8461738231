import type { JsonObject, JsonOperation } from '../json-protocol.ts';
import { validationError } from './dynamodb-error.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import type { TableRecord } from './table-record.ts';

/** AWS keeps 35 days unless RecoveryPeriodInDays says less. */
const recoveryPeriodDays = 35;
const secondsPerDay = 86_400;

/** Point-in-time recovery as a setting: nothing is backed up, and there is no restore. */
export function backupOperations(parts: DynamodbParts) {
  return {
    UpdateContinuousBackups: (input, caller) => update(parts, input, caller),
    DescribeContinuousBackups: (input, caller) => {
      const name = String(input.TableName);
      parts.access.demandManagement(caller, 'DescribeContinuousBackups', name);
      return described(parts, parts.tables.get(name));
    },
  } satisfies Record<string, JsonOperation>;
}

async function update(parts: DynamodbParts, input: JsonObject, caller: string): Promise<JsonObject> {
  const name = String(input.TableName);
  const specification = input.PointInTimeRecoverySpecification as
    { readonly PointInTimeRecoveryEnabled?: unknown } | undefined;
  const enabled = specification?.PointInTimeRecoveryEnabled;
  if (typeof enabled !== 'boolean') {
    throw validationError(
      `PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled must be true or false, found ${JSON.stringify(enabled)}`,
    );
  }
  parts.access.demandManagement(caller, 'UpdateContinuousBackups', name);
  return parts.writes.run(async () => {
    const { pointInTimeRecoverySince: since, ...rest } = parts.tables.get(name);
    const now = parts.surroundings.clock.now() / 1000;
    const table = enabled ? { ...rest, pointInTimeRecoverySince: since ?? now } : rest;
    await parts.tables.save(table);
    return described(parts, table);
  });
}

function described(parts: DynamodbParts, { pointInTimeRecoverySince: since }: TableRecord): JsonObject {
  const now = parts.surroundings.clock.now() / 1000;
  const recovery =
    since === undefined
      ? { PointInTimeRecoveryStatus: 'DISABLED' }
      : {
          PointInTimeRecoveryStatus: 'ENABLED',
          RecoveryPeriodInDays: recoveryPeriodDays,
          EarliestRestorableDateTime: Math.max(since, now - recoveryPeriodDays * secondsPerDay),
          LatestRestorableDateTime: now,
        };
  return {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: recovery,
    },
  };
}
