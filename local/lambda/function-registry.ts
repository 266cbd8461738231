import { ServiceError } from '../servers/service-error.ts';
import { lambdaUnits } from '../meter/lambda-units.ts';
import type { BillableUnit } from '../meter/meter.ts';
import type { Surroundings } from '../surroundings.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { failed, type InvocationResult } from './invocation-result.ts';
import type { LogFiles } from './log-files.ts';
import { synchronousLimitBytes } from './payload-limits.ts';
import { demandHarmlessNodeOptions, workerEnvironment } from './worker-environment.ts';
import { WorkerPool } from './worker-pool.ts';

// Two cores are the reference machine; more workers per function would only compete for them.
const defaultPoolLimit = 2;

// Lambda's START, END and REPORT lines come to about 300 bytes a call in text mode, and CloudWatch counts 26 bytes per
// event on top of the message (data/aws/metering.md, CloudWatch).
const platformLogBytes = 300;
const bytesPerLogEvent = 26;

export interface RegistryOptions {
  /** The gateway's URL, known only once it listens. */
  readonly endpoint: () => string;
  readonly clockOffset: SharedArrayBuffer;
  readonly logs: LogFiles;
}

/** The deployed functions and their workers. */
export class FunctionRegistry {
  readonly #surroundings: Surroundings;
  readonly #options: RegistryOptions;
  readonly #pools = new Map<string, WorkerPool>();
  readonly #running = new Set<Promise<unknown>>();

  constructor(surroundings: Surroundings, options: RegistryOptions) {
    this.#surroundings = surroundings;
    this.#options = options;
  }

  register(definition: FunctionDefinition): void {
    demandHarmlessNodeOptions(definition);
    const { logs, clockOffset, endpoint } = this.#options;
    const workers = {
      environment: workerEnvironment(definition, this.#surroundings.region, endpoint()),
      clockOffset,
      log: (text: string) => {
        logs.append(definition.name, text);
        const lines = text.split('\n').filter((line) => line !== '').length;
        this.#meter('logs.byte', Buffer.byteLength(text) + lines * bytesPerLogEvent, definition);
      },
    };
    this.#pools.set(definition.name, new WorkerPool(definition, workers, defaultPoolLimit));
  }

  /**
   * @param reference name, partial or full ARN, with `:$LATEST` or without a qualifier
   * @throws ServiceError ResourceNotFoundException (404) for an unknown function or qualifier
   */
  find(reference: string): FunctionDefinition {
    return this.#pool(reference).definition;
  }

  definitions(): FunctionDefinition[] {
    return [...this.#pools.values()].map((pool) => pool.definition);
  }

  /**
   * Runs one event to its end. A failing function is a result, not a rejection.
   * @throws ServiceError TooManyRequestsException (429) when the reserved concurrency is 0
   */
  async invoke(
    reference: string,
    payload: string,
    kind: 'synchronous' | 'asynchronous' = 'synchronous',
  ): Promise<InvocationResult> {
    const pool = this.#pool(reference);
    if (pool.definition.reservedConcurrency === 0) {
      throw new ServiceError('TooManyRequestsException', 'Rate Exceeded.', 429, {
        Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
      });
    }
    const running = this.#run(pool, payload, kind);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  get isIdle(): boolean {
    return this.#running.size === 0;
  }

  /** Resolves when no invocation runs. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }

  async #run(
    pool: WorkerPool,
    payload: string,
    kind: 'synchronous' | 'asynchronous',
  ): Promise<InvocationResult> {
    const { definition } = pool;
    const measured = await pool.invoke(payload);
    const units = lambdaUnits({
      memoryMb: definition.memoryMegabytes,
      handlerMs: measured.durationMs,
      asynchronousEventBytes: kind === 'asynchronous' ? Buffer.byteLength(payload) : 0,
    });
    this.#meter('lambda.request', units.requests, definition);
    this.#meter('lambda.megabyteMillisecond', units.megabyteMilliseconds, definition);
    this.#meter('logs.byte', platformLogBytes, definition);
    if (Buffer.byteLength(measured.payload) <= synchronousLimitBytes) return measured;
    return failed(
      {
        errorType: 'Function.ResponseSizeTooLarge',
        errorMessage: `Response payload size exceeded maximum allowed payload size (${synchronousLimitBytes} bytes).`,
      },
      measured.durationMs,
    );
  }

  #pool(reference: string): WorkerPool {
    const { name, qualifier } = parseReference(reference);
    const pool = this.#pools.get(name);
    if (pool && (qualifier === undefined || qualifier === '$LATEST')) return pool;
    const { region, account } = this.#surroundings;
    const arn = `arn:aws:lambda:${region}:${account}:function:${name}${qualifier ? `:${qualifier}` : ''}`;
    throw new ServiceError('ResourceNotFoundException', `Function not found: ${arn}`, 404, { Type: 'User' });
  }

  #meter(unit: BillableUnit, quantity: number, { roleName }: FunctionDefinition): void {
    this.#surroundings.meter.record(unit, quantity, roleName);
  }
}

export function parseReference(reference: string): { name: string; qualifier?: string } {
  const tail = reference.includes('function:')
    ? reference.slice(reference.indexOf('function:') + 9)
    : reference;
  const [name = '', qualifier] = tail.split(':');
  return qualifier === undefined ? { name } : { name, qualifier };
}
