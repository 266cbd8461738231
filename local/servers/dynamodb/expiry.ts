import type { Item } from './attribute-value.ts';
import { expirySecondsDigits } from './key-layout.ts';
import type { TableRecord } from './table-record.ts';

/**
 * When an item expires, in whole seconds since the epoch, or undefined when it does not: time to live is off, the
 * attribute is missing, is not a number (AWS ignores other types), or lies outside what can be a time.
 */
export function expirySeconds(table: TableRecord, item: Item | undefined): number | undefined {
  const value = table.timeToLiveAttribute === undefined ? undefined : item?.[table.timeToLiveAttribute];
  if (!value || !('N' in value)) return undefined;
  const seconds = Math.floor(Number(value.N));
  return seconds >= 0 && seconds < 10 ** expirySecondsDigits ? seconds : undefined;
}
