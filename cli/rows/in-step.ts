import type { Line } from './split-lines.ts';

export type Pair = readonly [one: Line | null, other: Line | null];

/** The lines of two files side by side, the shorter one filled up with `null`. */
export async function* inStep(
  one: AsyncIterable<readonly Line[]>,
  other: AsyncIterable<readonly Line[]>,
): AsyncGenerator<readonly Pair[]> {
  const [left, right] = [new LineQueue(one), new LineQueue(other)];
  for (;;) {
    const [some, others] = [await left.waiting(), await right.waiting()];
    if (some === 0 && others === 0) return;
    const count = some > 0 && others > 0 ? Math.min(some, others) : Math.max(some, others);
    yield Array.from({ length: count }, () => [left.next(), right.next()] as const);
  }
}

class LineQueue {
  readonly #batches: AsyncIterator<readonly Line[]>;
  #batch: readonly Line[] = [];
  #at = 0;

  constructor(batches: AsyncIterable<readonly Line[]>) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  /** How many lines can be had at once; 0 at the end. */
  async waiting(): Promise<number> {
    while (this.#at === this.#batch.length) {
      const next = await this.#batches.next();
      if (next.done === true) break;
      [this.#batch, this.#at] = [next.value, 0];
    }
    return this.#batch.length - this.#at;
  }

  next(): Line | null {
    const line = this.#batch[this.#at] ?? null;
    if (line !== null) this.#at += 1;
    return line;
  }
}
