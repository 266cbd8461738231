import type { JsonObject } from '../json-protocol.ts';
import { consumedCapacity, nothing, sumOfCapacity, type Capacity } from './capacity.ts';

/**
 * The ConsumedCapacity list of a transaction, one entry for each table; empty unless the request asked for it.
 *
 * @param perUnit 1 for write units, 2 for half read units
 */
export function consumedByTable(
  wanted: unknown,
  capacities: readonly (readonly [table: string, capacity: Capacity])[],
  perUnit: 1 | 2,
): JsonObject {
  const byTable = new Map<string, Capacity>();
  for (const [table, capacity] of capacities) {
    byTable.set(table, sumOfCapacity(byTable.get(table) ?? nothing, capacity));
  }
  const entries = [...byTable].map(([table, capacity]) => consumedCapacity(wanted, table, capacity, perUnit));
  return entries[0] ? { ConsumedCapacity: entries } : {};
}
