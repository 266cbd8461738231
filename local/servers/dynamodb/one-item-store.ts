import { Readable } from 'node:stream';
import type { Item } from './attribute-value.ts';
import type { ActionStore, ItemAccess } from './dynalite.ts';
import type { TableRecord } from './table-record.ts';

/**
 * A table that holds one item, for an action to run on.
 *
 * @param written told what the action would store, undefined for a deletion
 */
export function oneItemStore(
  table: TableRecord,
  existing: Item | undefined,
  written: (item: Item | undefined) => void,
): ActionStore {
  const items: ItemAccess = {
    lock: (_key, task) => {
      task((callback) => callback);
    },
    get: (_key, callback) => {
      callback(null, existing);
    },
    put: (_key, item, callback) => {
      written(item);
      callback(null);
    },
    del: (_key, callback) => {
      written(undefined);
      callback(null);
    },
    createValueStream: () => Readable.from([]),
  };
  // Index entries are derived from the item when it is stored, not by the action.
  const indexes: ItemAccess = {
    ...items,
    put: (_key, _item, callback) => {
      callback(null);
    },
    del: (_key, callback) => {
      callback(null);
    },
  };
  return {
    options: { maxItemSize: Infinity },
    getTable: (_name, callback) => {
      (callback as (error: null, table: unknown) => void)(null, table.description);
    },
    getItemDb: () => items,
    getIndexDb: () => indexes,
  };
}
