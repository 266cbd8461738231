import { DatabaseSync } from 'node:sqlite';
import { SimulatedClock } from '../../local/clock/simulated-clock.ts';
import type { BillableUnit } from '../../local/meter/meter.ts';
import type { Surroundings } from '../../local/surroundings.ts';

export interface RecordedSurroundings extends Surroundings {
  readonly clock: SimulatedClock;
  readonly demanded: { accessKeyId: string; action: string; resource: string }[];
  readonly metered: Map<BillableUnit, number>;
}

/** Surroundings for one service under test: everything is allowed and written down, storage is in memory. */
export function recordedSurroundings(overrides: Partial<Surroundings> = {}): RecordedSurroundings {
  const demanded: RecordedSurroundings['demanded'] = [];
  const metered = new Map<BillableUnit, number>();
  return {
    region: 'us-east-1',
    account: '000000000000',
    database: new DatabaseSync(':memory:'),
    access: {
      demand: (accessKeyId, action, resource) => {
        demanded.push({ accessKeyId, action, resource });
      },
    },
    meter: {
      record: (unit, quantity) => {
        metered.set(unit, (metered.get(unit) ?? 0) + quantity);
      },
    },
    ...overrides,
    clock: new SimulatedClock(Date.parse('2026-01-01T00:00:00Z')),
    demanded,
    metered,
  };
}
