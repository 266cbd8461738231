import type { JsonObject } from '../json-protocol.ts';
import type { Surroundings } from '../../surroundings.ts';
import { indexChanges, type ItemChange } from './item-change.ts';
import { itemSize } from './item-size.ts';

/** Units one table and its indexes consumed: write units, or half read units. */
export interface Capacity {
  readonly table: number;
  readonly indexes: Readonly<Record<string, number>>;
}

export const nothing: Capacity = { table: 0, indexes: {} };

/** Half read units for each 4 KB begun: 0.5, 1 and 2 read units. */
export const halfUnitsPerBlock = { eventual: 1, strong: 2, transactional: 4 } as const;

export type Consistency = keyof typeof halfUnitsPerBlock;

export function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1024));
}

export function halfReadUnits(bytes: number, consistency: Consistency): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * halfUnitsPerBlock[consistency];
}

/** The larger of before and after for the table, and one or two writes for each index that changes. */
export function capacityOfChange(change: ItemChange): Capacity {
  const indexes = indexChanges(change).map(({ index, before, after }) => {
    const [old, fresh] = [itemSize(before?.item), itemSize(after?.item)];
    const moved = before && after && before.key !== after.key;
    return [index, moved ? writeUnits(old) + writeUnits(fresh) : writeUnits(Math.max(old, fresh))] as const;
  });
  return { table: changeUnits(change), indexes: Object.fromEntries(indexes) };
}

export function changeUnits({ before, after }: Pick<ItemChange, 'before' | 'after'>): number {
  return writeUnits(Math.max(itemSize(before), itemSize(after)));
}

export function sumOfCapacity(left: Capacity, right: Capacity): Capacity {
  const names = new Set([...Object.keys(left.indexes), ...Object.keys(right.indexes)]);
  const indexes = [...names].map(
    (name) => [name, (left.indexes[name] ?? 0) + (right.indexes[name] ?? 0)] as const,
  );
  return { table: left.table + right.table, indexes: Object.fromEntries(indexes) };
}

export function unitsOf(capacity: Capacity): number {
  return Object.values(capacity.indexes).reduce((sum, units) => sum + units, capacity.table);
}

export function bill(
  { meter }: Surroundings,
  unit: 'dynamodb.writeUnit' | 'dynamodb.halfReadUnit',
  capacity: Capacity,
  caller: string,
): void {
  meter.record(unit, unitsOf(capacity), caller);
}

/**
 * The ConsumedCapacity of an answer, the same figure as the meter's; undefined unless the request asked for it.
 *
 * @param perUnit 1 for write units, 2 for half read units
 */
export function consumedCapacity(
  wanted: unknown,
  tableName: string,
  capacity: Capacity,
  perUnit: 1 | 2,
): JsonObject | undefined {
  if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return undefined;
  const total = { TableName: tableName, CapacityUnits: unitsOf(capacity) / perUnit };
  if (wanted === 'TOTAL') return total;
  const indexes = Object.entries(capacity.indexes).map(
    ([name, units]) => [name, { CapacityUnits: units / perUnit }] as const,
  );
  return {
    ...total,
    Table: { CapacityUnits: capacity.table / perUnit },
    ...(indexes.length > 0 ? { GlobalSecondaryIndexes: Object.fromEntries(indexes) } : {}),
  };
}
