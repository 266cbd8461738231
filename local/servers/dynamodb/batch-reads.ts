import type { JsonObject, JsonOperation } from '../json-protocol.ts';
import type { Item } from './attribute-value.ts';
import { bill, consumedCapacity, halfReadUnits, nothing } from './capacity.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import { getAnswer } from './item-action.ts';
import { placeOfKey } from './item-key.ts';
import { itemSize } from './item-size.ts';
import type { TableRecord } from './table-record.ts';
import { validated, type ValidatedInputs } from './validated-input.ts';

/** A BatchGetItem answers with at most 16 MB; the keys beyond are for the caller to ask again. */
const largestAnswerBytes = 16 * 1024 * 1024;

type TableRequest = ValidatedInputs['BatchGetItem']['RequestItems'][string];

interface TableAnswer {
  readonly items: readonly Item[];
  readonly unprocessed: readonly Item[];
  readonly bytes: number;
  readonly units: number;
}

export function batchReads(parts: DynamodbParts): Record<'BatchGetItem', JsonOperation> {
  return { BatchGetItem: (input, caller) => batchGet(parts, input, caller) };
}

async function batchGet(parts: DynamodbParts, input: JsonObject, caller: string): Promise<JsonObject> {
  const { RequestItems } = validated('BatchGetItem', input);
  const requests = Object.entries(RequestItems).map(([name, request]) => {
    const table = parts.access.demand(caller, 'BatchGetItem', { table: name, keys: request.Keys });
    return { name, request, table, places: request.Keys.map((key) => placeOfKey(table, key)) };
  });
  const Responses: Record<string, readonly Item[]> = {};
  const UnprocessedKeys: Record<string, unknown> = {};
  const consumed: unknown[] = [];
  let room = largestAnswerBytes;
  for (const { name, request, table, places } of requests) {
    const answer = await readTable(parts, table, request, places, room);
    room -= answer.bytes;
    Responses[name] = answer.items;
    if (answer.unprocessed.length > 0)
      UnprocessedKeys[name] = { ...asked(input, name), Keys: answer.unprocessed };
    const capacity = { ...nothing, table: answer.units };
    bill(parts.surroundings, 'dynamodb.halfReadUnit', capacity, caller);
    consumed.push(consumedCapacity(input.ReturnConsumedCapacity, name, capacity, 2));
  }
  return { Responses, UnprocessedKeys, ...(consumed[0] ? { ConsumedCapacity: consumed } : {}) };
}

async function readTable(
  parts: DynamodbParts,
  table: TableRecord,
  request: TableRequest,
  places: readonly string[],
  room: number,
): Promise<TableAnswer> {
  const items: Item[] = [];
  const unprocessed: Item[] = [];
  let [bytes, units] = [0, 0];
  for (const [position, key] of request.Keys.entries()) {
    const existing = await parts.items.read(table, places[position] ?? '');
    const size = itemSize(existing);
    if (bytes + size > room) {
      unprocessed.push(key);
      continue;
    }
    bytes += size;
    units += halfReadUnits(size, request.ConsistentRead ? 'strong' : 'eventual');
    const { Item } = await getAnswer(
      { ...request, TableName: table.description.TableName, Key: key },
      table,
      existing,
    );
    if (Item) items.push(Item);
  }
  return { items, unprocessed, bytes, units };
}

/** The request for one table as it came, so that what is left can be asked in the same words. */
function asked(input: JsonObject, table: string): object {
  return (input.RequestItems as Record<string, object>)[table] ?? {};
}
