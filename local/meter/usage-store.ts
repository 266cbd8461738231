import type { DatabaseSync } from 'node:sqlite';
import { transactions, type Transact } from '../servers/transaction.ts';
import type { BillableUnit } from './meter.ts';
import type { Usage } from './unit-prices.ts';

export interface FlowUsage extends Usage {
  readonly flow: string;
}

const table = `
  CREATE TABLE IF NOT EXISTS meter_usage (
    flow TEXT NOT NULL, unit TEXT NOT NULL, quantity INTEGER NOT NULL, PRIMARY KEY (flow, unit)
  ) STRICT;
`;

/**
 * Sums per flow and unit. They are gathered in memory and written a few times a second, because a write per call would cost more
 * than the call; `kill -9` loses what was gathered since, and no more.
 */
export class UsageStore {
  readonly #database: DatabaseSync;
  readonly #transact: Transact;
  readonly #writeAfterMs: number;
  readonly #pending = new Map<string, FlowUsage>();
  #timer: NodeJS.Timeout | undefined;

  constructor(database: DatabaseSync, writeAfterMs: number) {
    this.#database = database;
    this.#transact = transactions(database);
    this.#writeAfterMs = writeAfterMs;
    database.exec(table);
  }

  add(flow: string, unit: BillableUnit, quantity: bigint): void {
    const key = keyOf({ flow, unit });
    const before = this.#pending.get(key)?.quantity ?? 0n;
    this.#pending.set(key, { flow, unit, quantity: before + quantity });
    this.#timer ??= setTimeout(() => {
      this.write();
    }, this.#writeAfterMs).unref();
  }

  /** Sums written and gathered, by flow and unit. */
  read(): readonly FlowUsage[] {
    const select = this.#database.prepare('SELECT flow, unit, quantity FROM meter_usage');
    select.setReadBigInts(true);
    const sums = new Map<string, FlowUsage>();
    for (const usage of [...(select.all() as unknown as FlowUsage[]), ...this.#pending.values()]) {
      const before = sums.get(keyOf(usage))?.quantity ?? 0n;
      sums.set(keyOf(usage), { ...usage, quantity: before + usage.quantity });
    }
    return [...sums.keys()].sort().flatMap((key) => sums.get(key) ?? []);
  }

  write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const upsert = this.#database.prepare(
      `INSERT INTO meter_usage VALUES (?, ?, ?)
       ON CONFLICT (flow, unit) DO UPDATE SET quantity = quantity + excluded.quantity`,
    );
    this.#transact(() => {
      for (const { flow, unit, quantity } of this.#pending.values()) upsert.run(flow, unit, quantity);
    });
    this.#pending.clear();
  }
}

function keyOf({ flow, unit }: Pick<FlowUsage, 'flow' | 'unit'>): string {
  return `${flow}\n${unit}`;
}
