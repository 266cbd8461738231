import type { JsonObject, JsonOperation } from '../json-protocol.ts';
import type { Item } from './attribute-value.ts';
import { bill, consumedCapacity, halfReadUnits, nothing, type Capacity } from './capacity.ts';
import { loadAction, type Action } from './dynalite.ts';
import { translated } from './dynalite-error.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import { perform } from './item-action.ts';
import { PageStore } from './page-store.ts';
import { validated, type PageInput } from './validated-input.ts';

type PageOperation = 'Query' | 'Scan';

const actions: Readonly<Record<PageOperation, Action>> = {
  Query: loadAction('query'),
  Scan: loadAction('scan'),
};

export function pageReads(parts: DynamodbParts): Record<PageOperation, JsonOperation> {
  return {
    Query: (input, caller) => readPage(parts, 'Query', input, caller),
    Scan: (input, caller) => readPage(parts, 'Scan', input, caller),
  };
}

async function readPage(
  parts: DynamodbParts,
  operation: PageOperation,
  input: JsonObject,
  caller: string,
): Promise<JsonObject> {
  const { ReturnConsumedCapacity: wanted, ...data } = validated(operation, input);
  const { TableName: name, IndexName: index } = data;
  const table = parts.access.demand(caller, operation, { table: name, index, keys: [conditionKey(data)] });
  const store = new PageStore(parts.storage, table, data);
  const answer = await performed(operation, store, data);
  const bytes = store.bytesRead(Number(answer.ScannedCount));
  const units = halfReadUnits(bytes, data.ConsistentRead ? 'strong' : 'eventual');
  const capacity: Capacity =
    index === undefined ? { ...nothing, table: units } : { table: 0, indexes: { [index]: units } };
  bill(parts.surroundings, 'dynamodb.halfReadUnit', capacity, caller);
  return { ...answer, ConsumedCapacity: consumedCapacity(wanted, name, capacity, 2) };
}

async function performed(operation: PageOperation, store: PageStore, data: PageInput): Promise<JsonObject> {
  try {
    return await perform(actions[operation], store, data);
  } catch (error) {
    throw translated(error);
  }
}

/** The key attributes a Query names, whose partition key is always an equality; a Scan names none. */
function conditionKey({ KeyConditions = {} }: PageInput): Item {
  const named = Object.entries(KeyConditions).flatMap(([name, { AttributeValueList = [] }]) => {
    const [value] = AttributeValueList;
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(named);
}
