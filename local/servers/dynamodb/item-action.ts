import type { JsonObject } from '../json-protocol.ts';
import type { Item } from './attribute-value.ts';
import { loadAction, type Action, type ActionStore } from './dynalite.ts';
import { translated } from './dynalite-error.ts';
import { validationError } from './dynamodb-error.ts';
import { itemSize, largestItemBytes } from './item-size.ts';
import { oneItemStore } from './one-item-store.ts';
import type { TableRecord } from './table-record.ts';
import { inOriginalOrder } from './update-order.ts';

export type WriteOperation = 'PutItem' | 'UpdateItem' | 'DeleteItem';

/** What a write would do to an item, without having done it. */
export type Evaluation =
  | { readonly outcome: 'conditionFailed' }
  | { readonly outcome: 'done'; readonly after: Item | undefined; readonly answer: JsonObject };

const writes: Readonly<Record<WriteOperation, Action>> = {
  PutItem: loadAction('putItem'),
  UpdateItem: loadAction('updateItem'),
  DeleteItem: loadAction('deleteItem'),
};
const getItem = loadAction('getItem');

/**
 * Runs dynalite's action on the item as it stands and catches what it would store, so that conditions and updates
 * are dynalite's and storing is ours.
 *
 * @throws ServiceError ValidationException when an update does not fit the item, or the result is above 400 KB
 */
export async function evaluate(
  operation: WriteOperation,
  data: JsonObject,
  table: TableRecord,
  existing: Item | undefined,
): Promise<Evaluation> {
  let after: Item | undefined;
  const store = oneItemStore(table, existing, (written) => {
    after = written;
  });
  try {
    const answer = await perform(writes[operation], store, inOriginalOrder(data));
    if (itemSize(after) > largestItemBytes) throw tooLarge(operation);
    // dynalite builds updated items from objects without a prototype; storing would drop that anyway.
    const plain = operation === 'UpdateItem' ? structuredClone<Item | undefined>(after) : after;
    return { outcome: 'done', after: plain, answer };
  } catch (error) {
    if (isConditionFailure(error)) return { outcome: 'conditionFailed' };
    throw translated(error);
  }
}

/** GetItem's answer for an item as it stands, projected as asked. */
export async function getAnswer(
  data: JsonObject,
  table: TableRecord,
  existing: Item | undefined,
): Promise<{ Item?: Item }> {
  const store = oneItemStore(table, existing, () => {
    throw new Error('GetItem tried to write');
  });
  try {
    return await perform(getItem, store, data);
  } catch (error) {
    throw translated(error);
  }
}

export function perform(action: Action, store: ActionStore, data: JsonObject): Promise<JsonObject> {
  return new Promise((resolve, reject) => {
    action(store, data, (error, answer) => {
      if (error) reject(error);
      else resolve(answer ?? {});
    });
  });
}

function isConditionFailure(error: unknown): boolean {
  const fault = translated(error);
  return (
    typeof fault === 'object' &&
    fault !== null &&
    'code' in fault &&
    String(fault.code).endsWith('#ConditionalCheckFailedException')
  );
}

function tooLarge(operation: WriteOperation): Error {
  return validationError(
    operation === 'UpdateItem'
      ? 'Item size to update has exceeded the maximum allowed size'
      : 'Item size has exceeded the maximum allowed size',
  );
}
