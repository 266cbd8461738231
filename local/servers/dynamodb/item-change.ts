import { isDeepStrictEqual } from 'node:util';
import type { Item } from './attribute-value.ts';
import type { LevelOperation } from './dynalite.ts';
import { expirySeconds } from './expiry.ts';
import { indexEntry, type IndexEntry } from './index-entry.ts';
import { expiryKey, indexPrefix, itemPrefix } from './key-layout.ts';
import { indexesOf, type TableRecord } from './table-record.ts';

/** One item of one table, before and after; undefined is "no item". */
export interface ItemChange {
  readonly table: TableRecord;
  readonly key: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** What an item's change does to one index. */
export interface IndexChange {
  readonly index: string;
  readonly before: IndexEntry | undefined;
  readonly after: IndexEntry | undefined;
}

/** The changes to indexes that hold or held the item, without those that stay as they are. */
export function indexChanges({ table, before, after }: ItemChange): IndexChange[] {
  return indexesOf(table)
    .map((index) => ({
      index: index.IndexName,
      before: indexEntry(table, index, before),
      after: indexEntry(table, index, after),
    }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after));
}

/** Everything to store for a change: the item, its index entries, its place among the expiring. */
export function operationsOf(change: ItemChange): LevelOperation[] {
  const { description } = change.table;
  const indexes = indexChanges(change).flatMap(({ index, before, after }) => {
    const prefix = indexPrefix(description.TableName, index);
    return replaced(before && prefix + before.key, after && prefix + after.key, after?.item);
  });
  const item = `${itemPrefix(description.TableName)}${change.key}`;
  return [
    ...replaced(change.before && item, change.after && item, change.after),
    ...indexes,
    ...replaced(placeAmongExpiring(change, change.before), placeAmongExpiring(change, change.after), true),
  ];
}

function placeAmongExpiring({ table, key }: ItemChange, item: Item | undefined): string | undefined {
  const seconds = expirySeconds(table, item);
  return seconds === undefined ? undefined : expiryKey(table.description.TableName, seconds, key);
}

function replaced(oldKey: string | undefined, newKey: string | undefined, value: unknown): LevelOperation[] {
  const operations: LevelOperation[] = [];
  if (oldKey !== undefined && oldKey !== newKey) operations.push({ type: 'del', key: oldKey });
  if (newKey !== undefined) operations.push({ type: 'put', key: newKey, value });
  return operations;
}
