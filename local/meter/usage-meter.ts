import type { DatabaseSync } from 'node:sqlite';
import type { Meter } from './meter.ts';
import type { PriceList } from './price-list.ts';
import { costUsd } from './unit-prices.ts';
import type { FlowUsage } from './usage-store.ts';
import { UsageStore } from './usage-store.ts';
import { Usd } from './usd.ts';

export interface Costs {
  readonly total: Usd;
  readonly byFlow: Readonly<Record<string, Usd>>;
}

/** Counts what scales with the load. What is owed whatever the load is `fixedMonthlyCosts`; the two are never added up. */
export interface UsageMeter extends Meter {
  /** Everything counted since the database began, in base units. */
  usage(): readonly FlowUsage[];
  /** Exact list price of it; round only to print. */
  costs(): Costs;
  byFlow(): Readonly<Record<string, Usd>>;
  /** @param accounts how many accounts caused it; at least one */
  perThousand(accounts: number): Usd;
  /** Writes what is still in memory. Call it before the database is closed. */
  close(): void;
}

export interface MeterOptions {
  readonly database: DatabaseSync;
  readonly prices: PriceList;
  /** Name of the flow a principal works for. */
  readonly flowOf: (accessKeyId: string) => string;
}

/** Long enough to spare the disk, short enough that a kill loses next to nothing of a year's count. */
const writeAfterMs = 200;

export function createMeter({ database, prices, flowOf }: MeterOptions): UsageMeter {
  const store = new UsageStore(database, writeAfterMs);
  const byFlow = (): Record<string, Usd> => {
    const flows = Object.groupBy(store.read(), ({ flow }) => flow);
    return Object.fromEntries(
      Object.entries(flows).map(([flow, usage = []]) => [flow, costUsd(usage, prices)]),
    );
  };
  const total = (): Usd => costUsd(store.read(), prices);
  return {
    record(unit, quantity, accessKeyId) {
      if (!Number.isSafeInteger(quantity) || quantity < 0) {
        throw new RangeError(`the quantity of ${unit} must be a whole number from 0 on, found ${quantity}`);
      }
      if (quantity > 0) store.add(flowOf(accessKeyId), unit, BigInt(quantity));
    },
    usage: () => store.read(),
    costs: () => ({ total: total(), byFlow: byFlow() }),
    byFlow,
    perThousand(accounts) {
      if (accounts < 1) throw new RangeError(`accounts must be at least 1, found ${accounts}`);
      return total().times(1000).div(accounts);
    },
    close: () => {
      store.write();
    },
  };
}
