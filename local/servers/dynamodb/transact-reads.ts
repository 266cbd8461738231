import type { JsonObject, JsonOperation } from '../json-protocol.ts';
import { bill, halfReadUnits, nothing, type Capacity } from './capacity.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import { getAnswer } from './item-action.ts';
import { placeOfKey } from './item-key.ts';
import { itemSize } from './item-size.ts';
import { consumedByTable } from './transaction-capacity.ts';
import { namedMembers } from './transaction-members.ts';
import { validated } from './validated-input.ts';

export function transactReads(parts: DynamodbParts): Record<'TransactGetItems', JsonOperation> {
  return { TransactGetItems: (input, caller) => transactGet(parts, input, caller) };
}

/** Reads all items as of one moment: it takes its turn among the writes. */
async function transactGet(parts: DynamodbParts, input: JsonObject, caller: string): Promise<JsonObject> {
  const gets = namedMembers(input.TransactItems, ['Get']).map(([, body]) => {
    const data = validated('GetItem', body);
    const table = parts.access.demand(caller, 'GetItem', { table: data.TableName, keys: [data.Key] });
    return { data, table, place: placeOfKey(table, data.Key) };
  });
  return parts.writes.run(async () => {
    const Responses: JsonObject[] = [];
    const capacities: [string, Capacity][] = [];
    for (const { data, table, place } of gets) {
      const existing = await parts.items.read(table, place);
      const { Item } = await getAnswer(data, table, existing);
      Responses.push(Item ? { Item } : {});
      const capacity = { ...nothing, table: halfReadUnits(itemSize(existing), 'transactional') };
      bill(parts.surroundings, 'dynamodb.halfReadUnit', capacity, caller);
      capacities.push([data.TableName, capacity]);
    }
    return { Responses, ...consumedByTable(input.ReturnConsumedCapacity, capacities, 2) };
  });
}
