import type { JsonObject, JsonOperation } from '../json-protocol.ts';
import type { Item } from './attribute-value.ts';
import { bill, capacityOfChange, changeUnits, consumedCapacity, nothing } from './capacity.ts';
import { wantsItemOnFailure } from './condition-failure-detail.ts';
import { conditionFailed } from './dynamodb-error.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import { evaluate, type WriteOperation } from './item-action.ts';
import { placeOfItem, placeOfKey } from './item-key.ts';
import type { TableRecord } from './table-record.ts';
import { validated } from './validated-input.ts';

/** A checked write on the item it names. */
export interface ItemWrite {
  readonly operation: WriteOperation;
  readonly data: JsonObject;
  readonly table: TableRecord;
  readonly key: string;
  /** The item a Put would store; undefined for the others, whose result depends on what is there. */
  readonly attempted: Item | undefined;
}

export function singleWrites(parts: DynamodbParts): Record<WriteOperation, JsonOperation> {
  const writing = (operation: WriteOperation): JsonOperation => {
    return (input, caller) => writeItem(parts, operation, input, caller);
  };
  return {
    PutItem: writing('PutItem'),
    UpdateItem: writing('UpdateItem'),
    DeleteItem: writing('DeleteItem'),
  };
}

/**
 * Checks a write and asks for access to its table.
 *
 * @param action what the caller must be allowed; a transaction's ConditionCheck is carried by a conditional DeleteItem
 */
export function prepareWrite(
  { access }: DynamodbParts,
  operation: WriteOperation,
  input: JsonObject,
  caller: string,
  action: string = operation,
): ItemWrite {
  if (operation === 'PutItem') {
    const data = validated(operation, input);
    const table = access.demand(caller, action, { table: data.TableName, keys: [data.Item] });
    return { operation, data, table, key: placeOfItem(table, data.Item), attempted: data.Item };
  }
  const data = validated(operation, input);
  const table = access.demand(caller, action, { table: data.TableName, keys: [data.Key] });
  return { operation, data, table, key: placeOfKey(table, data.Key), attempted: undefined };
}

async function writeItem(
  parts: DynamodbParts,
  operation: WriteOperation,
  input: JsonObject,
  caller: string,
): Promise<JsonObject> {
  const returnsItemOnFailure = wantsItemOnFailure(input);
  const write = prepareWrite(parts, operation, input, caller);
  return parts.writes.run(async () => {
    const table = parts.tables.current(write.table);
    const before = await parts.items.read(table, write.key);
    const evaluation = await evaluate(operation, write.data, table, before);
    if (evaluation.outcome === 'conditionFailed') {
      // A failed condition bills what the write would have, as far as AWS says how much that is.
      const units = changeUnits({ before, after: write.attempted });
      bill(parts.surroundings, 'dynamodb.writeUnit', { ...nothing, table: units }, caller);
      throw conditionFailed(returnsItemOnFailure ? before : undefined);
    }
    const change = { table, key: write.key, before, after: evaluation.after };
    await parts.items.commit([change]);
    const capacity = capacityOfChange(change);
    bill(parts.surroundings, 'dynamodb.writeUnit', capacity, caller);
    const { TableName } = table.description;
    const ConsumedCapacity = consumedCapacity(write.data.ReturnConsumedCapacity, TableName, capacity, 1);
    return { ...evaluation.answer, ConsumedCapacity };
  });
}
