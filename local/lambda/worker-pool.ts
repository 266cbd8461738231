import { randomUUID } from 'node:crypto';
import type { FunctionDefinition } from './function-definition.ts';
import { FunctionWorker, type WorkerSurroundings } from './function-worker.ts';
import type { MeasuredResult } from './invocation-result.ts';

/**
 * The workers of one function. It grows on demand and keeps idle workers; an event that finds every worker busy
 * waits its turn, because the limit here is the machine's, not the account's concurrency.
 */
export class WorkerPool {
  readonly definition: FunctionDefinition;
  readonly #surroundings: WorkerSurroundings;
  readonly #limit: number;
  readonly #workers = new Set<FunctionWorker>();
  readonly #idle: FunctionWorker[] = [];
  readonly #queue: ((worker: FunctionWorker) => void)[] = [];

  constructor(definition: FunctionDefinition, surroundings: WorkerSurroundings, limit: number) {
    this.definition = definition;
    this.#surroundings = surroundings;
    this.#limit = Math.max(1, Math.min(limit, definition.reservedConcurrency ?? limit));
  }

  async invoke(payload: string): Promise<MeasuredResult> {
    const worker = await this.#acquire();
    try {
      return await worker.run({
        payload,
        requestId: randomUUID(),
        functionArn: this.definition.arn,
        timeoutMs: this.definition.timeoutSeconds * 1000,
      });
    } finally {
      this.#release(worker);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #acquire(): FunctionWorker | Promise<FunctionWorker> {
    for (let worker = this.#idle.pop(); worker; worker = this.#idle.pop()) {
      if (!worker.isDead) return worker;
      this.#workers.delete(worker);
    }
    if (this.#workers.size < this.#limit) return this.#start();
    return new Promise((resolve) => {
      this.#queue.push(resolve);
    });
  }

  #start(): FunctionWorker {
    const worker = new FunctionWorker(this.definition, this.#surroundings);
    this.#workers.add(worker);
    return worker;
  }

  #release(worker: FunctionWorker): void {
    if (worker.isDead) this.#workers.delete(worker);
    const next = this.#queue.shift();
    if (next) next(worker.isDead ? this.#start() : worker);
    else if (!worker.isDead) this.#idle.push(worker);
  }
}
