import type { Item } from './attribute-value.ts';
import { database } from './dynalite.ts';
import { translated } from './dynalite-error.ts';
import type { TableRecord } from './table-record.ts';

/**
 * The place of an item in its table, by its key alone.
 *
 * @throws ServiceError ValidationException when the key does not fit the table's schema
 */
export function placeOfKey({ description }: TableRecord, key: Item): string {
  const fault = database.validateKey(key, description);
  if (fault) throw translated(fault);
  return database.createKey(key, description);
}

/** The place of a whole item, whose index keys must have the right types too. */
export function placeOfItem({ description }: TableRecord, item: Item): string {
  const fault = database.validateItem(item, description);
  if (fault) throw translated(fault);
  return database.createKey(item, description);
}
