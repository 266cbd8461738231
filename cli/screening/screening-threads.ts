import { Worker } from 'node:worker_threads';
import type { Line } from '../rows/split-lines.ts';
import type { ScreenBatch, ScreenedBatch } from './screen-batches.ts';

export interface ThreadData {
  /** The compiled index; each thread opens its own. */
  readonly bytes: Uint8Array;
  readonly threshold: number;
}

interface Promised {
  readonly keep: (batch: ScreenedBatch) => void;
  readonly fail: (error: Error) => void;
}

/** Screens on several threads. A thread that dies fails what it was given. */
export class ScreeningThreads {
  readonly #threads: readonly Thread[];

  constructor(count: number, data: ThreadData) {
    this.#threads = Array.from({ length: count }, () => new Thread(data));
  }

  /** Given to the thread with the least to do. */
  readonly screenBatch: ScreenBatch = (lines) => {
    const [idlest] = this.#threads.toSorted((one, other) => one.load - other.load);
    if (idlest === undefined) throw new RangeError('no thread to screen on');
    return idlest.screen(lines);
  };

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}

class Thread {
  readonly #worker: Worker;
  #promised: Promised[] = [];

  constructor(data: ThreadData) {
    this.#worker = new Worker(new URL('./screening-thread.ts', import.meta.url), { workerData: data });
    this.#worker.on('message', (batch: ScreenedBatch) => this.#promised.shift()?.keep(batch));
    this.#worker.on('error', (error) => {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    });
    this.#worker.on('exit', () => {
      this.#fail(new Error('a screening thread ended before its work was done'));
    });
  }

  get load(): number {
    return this.#promised.length;
  }

  screen(lines: readonly Line[]): Promise<ScreenedBatch> {
    const { promise, resolve: keep, reject: fail } = Promise.withResolvers<ScreenedBatch>();
    // Who waits for an earlier batch learns of the failure there; this one must not end the process meanwhile.
    promise.catch(() => undefined);
    this.#promised.push({ keep, fail });
    this.#worker.postMessage(lines);
    return promise;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    const promised = this.#promised;
    this.#promised = [];
    for (const { fail } of promised) fail(error);
  }
}
