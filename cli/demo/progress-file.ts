import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { YearOptions } from './year-plan.ts';

const Progress = z.object({
  seed: z.int(),
  accounts: z.int(),
  /** Where the simulated clock stood, in ms since the epoch. */
  clock: z.int(),
  /** What went before, over all starts. */
  milliseconds: z.number(),
  starts: z.int(),
  /** Steps that are through, with what they found. */
  done: z.record(z.string(), z.unknown()),
  isFinished: z.boolean(),
});

const fileName = 'progress.json';
const clockEveryMs = 500;

/** How far a demonstration has come, so that a killed one goes on where it stood. */
export class ProgressFile {
  readonly #path: string;
  readonly #state: z.infer<typeof Progress>;
  #timer: NodeJS.Timeout | undefined;

  constructor(storage: string, state: z.infer<typeof Progress>) {
    this.#path = join(storage, fileName);
    this.#state = state;
  }

  /** Simulated time at which to go on. */
  get clock(): number {
    return this.#state.clock;
  }

  /** 1 for a demonstration that nobody killed. */
  get starts(): number {
    return this.#state.starts;
  }

  get seconds(): number {
    return this.#milliseconds() / 1000;
  }

  /** Writes down, twice a second, where the clock stands: what is stored must never lie in the future of a restart. */
  follow(now: () => number): void {
    this.#timer = setInterval(() => {
      this.setClock(now());
    }, clockEveryMs).unref();
  }

  setClock(now: number): void {
    this.#state.clock = Math.round(now);
    this.#write();
  }

  /** Runs a step unless it is through; what it returns is kept, and is what it returns the next time. */
  async once<T>(step: string, run: () => Promise<T>): Promise<T> {
    if (!(step in this.#state.done)) {
      this.#state.done[step] = (await run()) ?? null;
      this.#write();
    }
    return this.#state.done[step] as T;
  }

  finish(): void {
    clearInterval(this.#timer);
    this.#state.isFinished = true;
    this.#write();
  }

  /** `performance.now` counts from the start of the process, synthesis included. */
  #milliseconds(): number {
    return this.#state.milliseconds + performance.now();
  }

  #write(): void {
    const milliseconds = this.#milliseconds();
    // Renamed into place: a kill in the middle leaves the last whole file.
    writeFileSync(`${this.#path}.new`, JSON.stringify({ ...this.#state, milliseconds }));
    renameSync(`${this.#path}.new`, this.#path);
  }
}

/** What an unfinished demonstration of the same seed and size left behind in this storage. */
export function continuedProgress(storage: string, { seed, accounts }: YearOptions): ProgressFile | null {
  const path = join(storage, fileName);
  if (!existsSync(path)) return null;
  const parsed = Progress.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) return null;
  const state = parsed.data;
  if (state.isFinished || state.seed !== seed || state.accounts !== accounts) return null;
  // What was written in the last half second before the kill lies ahead of the time on record.
  return new ProgressFile(storage, {
    ...state,
    clock: state.clock + 2 * clockEveryMs,
    starts: state.starts + 1,
  });
}

export function newProgress(storage: string, options: YearOptions, clock: number): ProgressFile {
  const { seed, accounts } = options;
  return new ProgressFile(storage, {
    ...{ seed, accounts, clock },
    ...{ milliseconds: 0, starts: 1, done: {}, isFinished: false },
  });
}
