import type { JsonObject, JsonOperation } from '../json-protocol.ts';
import { bill, consumedCapacity, halfReadUnits, nothing } from './capacity.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import { getAnswer } from './item-action.ts';
import { placeOfKey } from './item-key.ts';
import { itemSize } from './item-size.ts';
import { validated } from './validated-input.ts';

export function singleReads(parts: DynamodbParts): Record<'GetItem', JsonOperation> {
  return { GetItem: (input, caller) => getItem(parts, input, caller) };
}

async function getItem(parts: DynamodbParts, input: JsonObject, caller: string): Promise<JsonObject> {
  const data = validated('GetItem', input);
  const table = parts.access.demand(caller, 'GetItem', { table: data.TableName, keys: [data.Key] });
  const existing = await parts.items.read(table, placeOfKey(table, data.Key));
  const { Item } = await getAnswer(data, table, existing);
  const units = halfReadUnits(itemSize(existing), data.ConsistentRead ? 'strong' : 'eventual');
  const capacity = { ...nothing, table: units };
  bill(parts.surroundings, 'dynamodb.halfReadUnit', capacity, caller);
  return {
    Item,
    ConsumedCapacity: consumedCapacity(data.ReturnConsumedCapacity, data.TableName, capacity, 2),
  };
}
