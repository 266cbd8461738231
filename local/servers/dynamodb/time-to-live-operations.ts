import type { JsonObject, JsonOperation } from '../json-protocol.ts';
import type { Item } from './attribute-value.ts';
import { validationError } from './dynamodb-error.ts';
import type { LevelOperation } from './dynalite.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import { expirySeconds } from './expiry.ts';
import { expiryKey, expiryPrefix, itemPrefix, under } from './key-layout.ts';
import type { Storage } from './storage.ts';
import type { TableRecord } from './table-record.ts';

export function timeToLiveOperations(parts: DynamodbParts) {
  return {
    UpdateTimeToLive: (input, caller) => update(parts, input, caller),
    DescribeTimeToLive: (input, caller) => {
      const name = String(input.TableName);
      parts.access.demandManagement(caller, 'DescribeTimeToLive', name);
      const attribute = parts.tables.get(name).timeToLiveAttribute;
      return {
        TimeToLiveDescription:
          attribute === undefined
            ? { TimeToLiveStatus: 'DISABLED' }
            : { TimeToLiveStatus: 'ENABLED', AttributeName: attribute },
      };
    },
  } satisfies Record<string, JsonOperation>;
}

async function update(parts: DynamodbParts, input: JsonObject, caller: string): Promise<JsonObject> {
  const name = String(input.TableName);
  const { attribute, enabled } = specification(input.TimeToLiveSpecification);
  parts.access.demandManagement(caller, 'UpdateTimeToLive', name);
  return parts.writes.run(async () => {
    const { timeToLiveAttribute: present, ...rest } = parts.tables.get(name);
    if (enabled && present !== undefined) throw validationError('TimeToLive is already enabled');
    if (!enabled && present === undefined) throw validationError('TimeToLive is already disabled');
    if (!enabled && present !== attribute) {
      throw validationError(
        `TimeToLive is active on a different AttributeName: current AttributeName is ${present ?? ''}`,
      );
    }
    const table = enabled ? { ...rest, timeToLiveAttribute: attribute } : rest;
    await parts.tables.save(table, await expiryOperations(parts.storage, table));
    await parts.sweeper.start();
    return { TimeToLiveSpecification: { AttributeName: attribute, Enabled: enabled } };
  });
}

function specification(value: unknown): { readonly attribute: string; readonly enabled: boolean } {
  const { AttributeName, Enabled } = (value ?? {}) as { AttributeName?: unknown; Enabled?: unknown };
  if (typeof AttributeName === 'string' && AttributeName !== '' && typeof Enabled === 'boolean') {
    return { attribute: AttributeName, enabled: Enabled };
  }
  throw validationError(
    `TimeToLiveSpecification must hold AttributeName and Enabled, found ${JSON.stringify(value)}`,
  );
}

/** Takes every item of the table into the order of expiry, or out of it. */
async function expiryOperations(storage: Storage, table: TableRecord): Promise<LevelOperation[]> {
  const { TableName } = table.description;
  const operations: LevelOperation[] = [];
  for await (const [key] of storage.entries(under(expiryPrefix(TableName)))) {
    operations.push({ type: 'del', key });
  }
  for await (const [place, item] of storage.entries(under(itemPrefix(TableName)))) {
    const seconds = expirySeconds(table, item as Item);
    if (seconds === undefined) continue;
    const key = place.slice(itemPrefix(TableName).length);
    operations.push({ type: 'put', key: expiryKey(TableName, seconds, key), value: true });
  }
  return operations;
}
