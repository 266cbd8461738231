import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { FunctionDefinition } from './function-definition.ts';
import { failed, type MeasuredResult } from './invocation-result.ts';
import type {
  FunctionErrorDocument,
  InvocationMessage,
  WorkerMessage,
  WorkerSetup,
} from './worker-messages.ts';

// The function's own time-out runs from the event on; before it, an environment has ten seconds to initialise (Lambda
// Developer Guide, Lambda runtime environment lifecycle).
const initLimitMs = 10_000;

export interface WorkerSurroundings {
  readonly environment: Readonly<Record<string, string>>;
  readonly clockOffset: SharedArrayBuffer;
  /** Takes what the worker writes to standard output and error. */
  log(text: string): void;
}

/** One execution environment: a thread that holds the loaded bundle and takes one event at a time. */
export class FunctionWorker {
  readonly #definition: FunctionDefinition;
  readonly #thread: Worker;
  #initMs: number | undefined;
  #waiting: InvocationMessage | undefined;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #finish: ((result: MeasuredResult) => void) | undefined;
  #isDead = false;

  constructor(definition: FunctionDefinition, surroundings: WorkerSurroundings) {
    this.#definition = definition;
    const setup: WorkerSetup = {
      codeDirectory: definition.codeDirectory,
      handler: definition.handler,
      clockOffset: surroundings.clockOffset,
    };
    this.#thread = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: setup,
      env: { ...surroundings.environment },
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: definition.memoryMegabytes },
    });
    for (const stream of [this.#thread.stdout, this.#thread.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        surroundings.log(text);
      });
    }
    this.#thread.on('message', (message: WorkerMessage) => {
      this.#receive(message);
    });
    this.#thread.on('error', (error: unknown) => {
      this.#die(exitDocument(error));
    });
    this.#thread.on('exit', (code) => {
      this.#die({
        errorType: 'Runtime.ExitError',
        errorMessage: `Runtime exited with error: exit status ${code}`,
      });
    });
  }

  /** A dead worker takes no more events. */
  get isDead(): boolean {
    return this.#isDead;
  }

  /** Runs one event to its end. Never rejects: every failure is a result. */
  run(message: InvocationMessage): Promise<MeasuredResult> {
    return new Promise((resolve) => {
      this.#finish = resolve;
      this.#startedAt = performance.now();
      this.#waiting = message;
      if (this.#initMs === undefined) this.#startTimer(message, initLimitMs + message.timeoutMs);
      else this.#post();
    });
  }

  async terminate(): Promise<void> {
    this.#isDead = true;
    clearTimeout(this.#timer);
    await this.#thread.terminate();
  }

  #post(): void {
    if (!this.#waiting) return;
    this.#startTimer(this.#waiting, this.#waiting.timeoutMs);
    this.#thread.postMessage(this.#waiting);
    this.#waiting = undefined;
  }

  #startTimer(message: InvocationMessage, limitMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timeOut(message);
    }, limitMs);
  }

  #receive(message: WorkerMessage): void {
    switch (message.kind) {
      case 'ready':
        this.#initMs = message.initMs;
        this.#post();
        return;
      case 'initFailed':
        this.#initMs = message.initMs;
        this.#die(message.error);
        return;
      case 'returned':
        this.#end({ payload: message.payload, isError: false, durationMs: this.#billed(message.handlerMs) });
        return;
      case 'threw':
        this.#end(failed(message.error, this.#billed(message.handlerMs)));
        return;
    }
  }

  /** The first event of an environment pays for its initialisation, later ones do not. */
  #billed(handlerMs: number): number {
    const initMs = this.#initMs ?? 0;
    this.#initMs = 0;
    return initMs + handlerMs;
  }

  #timeOut(message: InvocationMessage): void {
    const limit = this.#definition.timeoutSeconds.toFixed(2);
    this.#die({
      errorType: 'Sandbox.Timedout',
      errorMessage: `RequestId: ${message.requestId} Error: Task timed out after ${limit} seconds`,
    });
  }

  #die(error: FunctionErrorDocument): void {
    this.#isDead = true;
    void this.#thread.terminate();
    this.#end(failed(error, performance.now() - this.#startedAt));
  }

  #end(result: MeasuredResult): void {
    clearTimeout(this.#timer);
    const finish = this.#finish;
    this.#finish = undefined;
    finish?.(result);
  }
}

function exitDocument(error: unknown): FunctionErrorDocument {
  if (!(error instanceof Error))
    return { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: String(error) };
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited with error: signal: killed' };
  }
  return { errorType: error.name, errorMessage: error.message };
}
