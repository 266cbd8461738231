import type { JsonObject, JsonOperation } from '../json-protocol.ts';
import type { Item } from './attribute-value.ts';
import { bill, capacityOfChange, consumedCapacity, nothing, sumOfCapacity } from './capacity.ts';
import { validationError } from './dynamodb-error.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import type { ItemChange } from './item-change.ts';
import { placeOfItem, placeOfKey } from './item-key.ts';
import { itemSize, largestItemBytes } from './item-size.ts';
import type { TableRecord } from './table-record.ts';
import { validated } from './validated-input.ts';

type PlannedChange = Omit<ItemChange, 'before'>;

export function batchWrites(parts: DynamodbParts): Record<'BatchWriteItem', JsonOperation> {
  return { BatchWriteItem: (input, caller) => batchWrite(parts, input, caller) };
}

/** Puts and deletes, all of them at once: nothing is ever left over in UnprocessedItems. */
async function batchWrite(parts: DynamodbParts, input: JsonObject, caller: string): Promise<JsonObject> {
  const { RequestItems } = validated('BatchWriteItem', input);
  const planned = Object.entries(RequestItems).flatMap(([name, requests]) => {
    const keys = requests.map((request) => request.PutRequest?.Item ?? request.DeleteRequest?.Key ?? {});
    const table = parts.access.demand(caller, 'BatchWriteItem', { table: name, keys });
    return withoutRepeats(requests.map((request) => plan(table, request)));
  });
  return parts.writes.run(async () => {
    const changes = await Promise.all(
      planned.map(async ({ key, after, ...change }) => {
        const table = parts.tables.current(change.table);
        return { table, key, after, before: await parts.items.read(table, key) };
      }),
    );
    await parts.items.commit(changes);
    const capacities = Object.keys(RequestItems).map((name) => {
      const ofTable = changes.filter((change) => change.table.description.TableName === name);
      return { name, capacity: ofTable.map(capacityOfChange).reduce(sumOfCapacity, nothing) };
    });
    for (const { capacity } of capacities) bill(parts.surroundings, 'dynamodb.writeUnit', capacity, caller);
    const consumed = capacities
      .map(({ name, capacity }) => consumedCapacity(input.ReturnConsumedCapacity, name, capacity, 1))
      .filter((entry) => entry !== undefined);
    return { UnprocessedItems: {}, ...(consumed.length > 0 ? { ConsumedCapacity: consumed } : {}) };
  });
}

function plan(
  table: TableRecord,
  {
    PutRequest,
    DeleteRequest,
  }: { readonly PutRequest?: { Item: Item }; readonly DeleteRequest?: { Key: Item } },
): PlannedChange {
  if (DeleteRequest) return { table, key: placeOfKey(table, DeleteRequest.Key), after: undefined };
  const item = PutRequest?.Item ?? {};
  if (itemSize(item) > largestItemBytes) {
    throw validationError('Item size has exceeded the maximum allowed size');
  }
  return { table, key: placeOfItem(table, item), after: item };
}

function withoutRepeats(planned: readonly PlannedChange[]): readonly PlannedChange[] {
  if (new Set(planned.map((change) => change.key)).size < planned.length) {
    throw validationError('Provided list of item keys contains duplicates');
  }
  return planned;
}
