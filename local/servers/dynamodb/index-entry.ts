import type { Item } from './attribute-value.ts';
import { database } from './dynalite.ts';
import type { IndexDescription, TableRecord } from './table-record.ts';

/** An item's place in one index, and what of it the index holds. */
export interface IndexEntry {
  readonly key: string;
  readonly item: Item;
}

/** The entry of an item, or undefined when the item lacks one of the index's keys (the index is sparse). */
export function indexEntry(
  table: TableRecord,
  index: IndexDescription,
  item: Item | undefined,
): IndexEntry | undefined {
  const indexKeys = index.KeySchema.map((key) => key.AttributeName);
  if (!item || indexKeys.some((name) => item[name] === undefined)) return undefined;
  return { key: entryKey(table, index, item), item: projected(table, index, item) };
}

/**
 * dynalite ends an index key with 24 bits of a digest of the item's key, so that among 5,000 items under one index
 * key two are as likely as not to share a place, and one is lost. The item's whole key follows here.
 */
export function entryKey(table: TableRecord, index: IndexDescription, item: Item): string {
  const { description } = table;
  return `${database.createIndexKey(item, description, index.KeySchema)}/${database.createKey(item, description)}`;
}

function projected(table: TableRecord, index: IndexDescription, item: Item): Item {
  if (index.Projection.ProjectionType === 'ALL') return item;
  const keys = [...index.KeySchema, ...table.description.KeySchema].map((key) => key.AttributeName);
  const names = new Set([...keys, ...(index.Projection.NonKeyAttributes ?? [])]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
}
