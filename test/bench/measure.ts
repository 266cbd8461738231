import { cpus, totalmem } from 'node:os';

/** One figure of the bench. `limit` is what `npm run bench` enforces; without it the figure is only shown. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: { readonly atLeast: number } | { readonly atMost: number };
  /** Where the limit comes from, or what makes the figure look better or worse than it is. */
  readonly remark: string;
}

/** Runs `work` once to warm up and then `rounds` times; the median of items per second, which outliers do not move. */
export async function itemsPerSecond(items: number, rounds: number, work: () => unknown): Promise<number> {
  await work();
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work();
    rates.push(items / ((performance.now() - started) / 1000));
  }
  return rates.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}

export async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function holds({ value, limit }: Figure): boolean {
  if (!limit) return true;
  return 'atLeast' in limit ? value >= limit.atLeast : value <= limit.atMost;
}

export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} x ${first?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}
