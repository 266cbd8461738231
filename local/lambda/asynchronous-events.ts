import { randomUUID } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Timer } from '../clock/clock.ts';
import { gatewayClient } from '../gateway-client.ts';
import type { Surroundings } from '../surroundings.ts';
import {
  type AsynchronousPolicy,
  defaultAsynchronousPolicy,
  type FunctionDefinition,
} from './function-definition.ts';
import type { FunctionRegistry } from './function-registry.ts';
import { AsynchronousStore, type StoredEvent } from './asynchronous-store.ts';
import type { InvocationResult } from './invocation-result.ts';
import { destinationRecord } from './destination-record.ts';

export interface AsynchronousOptions {
  readonly endpoint: () => string;
  readonly report: (line: string) => void;
}

// Lambda Developer Guide, "Asynchronous invocation": a minute before the first retry, two before the second.
const retryDelaysMs = [60_000, 120_000];

/** Lambda's queue of asynchronous events: durable, retried, and handed to a destination when they fail for good. */
export class AsynchronousEvents {
  readonly #surroundings: Surroundings;
  readonly #registry: FunctionRegistry;
  readonly #options: AsynchronousOptions;
  readonly #store: AsynchronousStore;
  readonly #policies = new Map<string, AsynchronousPolicy>();
  readonly #timers = new Map<string, Timer>();
  readonly #working = new Set<Promise<void>>();
  #isClosed = false;

  constructor(surroundings: Surroundings, registry: FunctionRegistry, options: AsynchronousOptions) {
    this.#surroundings = surroundings;
    this.#registry = registry;
    this.#options = options;
    this.#store = new AsynchronousStore(surroundings.database);
  }

  configure(functionName: string, policy: AsynchronousPolicy): void {
    this.#policies.set(functionName, policy);
  }

  /** Takes up what an earlier process left. Call it once every function is registered. */
  resume(): void {
    for (const event of this.#store.all()) this.#schedule(event);
  }

  accept(definition: FunctionDefinition, payload: string): void {
    const now = this.#surroundings.clock.now();
    const event = {
      id: randomUUID(),
      functionName: definition.name,
      payload,
      attempts: 0,
      acceptedAt: now,
      dueAt: now,
    };
    this.#store.put(event);
    this.#start(event);
  }

  get isIdle(): boolean {
    return this.#working.size === 0;
  }

  /** Resolves when no attempt runs; events that wait for a retry are left waiting. */
  async idle(): Promise<void> {
    while (this.#working.size > 0) await Promise.allSettled(this.#working);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#timers.values()) timer.cancel();
    await this.idle();
  }

  #schedule(event: StoredEvent): void {
    const timer = this.#surroundings.clock.at(event.dueAt, () => {
      this.#timers.delete(event.id);
      this.#start(event);
    });
    this.#timers.set(event.id, timer);
  }

  #start(event: StoredEvent): void {
    const attempt = this.#attempt(event)
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        this.#options.report(`asynchronous event ${event.id} for ${event.functionName}: ${reason}`);
      })
      .finally(() => this.#working.delete(attempt));
    this.#working.add(attempt);
  }

  async #attempt(event: StoredEvent): Promise<void> {
    const definition = this.#registry.find(event.functionName);
    const result = await this.#registry.invoke(event.functionName, event.payload, 'asynchronous');
    // An attempt that a shutdown broke off stays stored and is made again.
    if (this.#isClosed && result.isError) return;
    const policy = this.#policies.get(event.functionName) ?? defaultAsynchronousPolicy;
    const attempts = event.attempts + 1;
    if (!result.isError) {
      await this.#finish(event, attempts, result, definition, policy.onSuccessQueueArn);
      return;
    }
    const dueAt = this.#surroundings.clock.now() + (retryDelaysMs[event.attempts] ?? 0);
    const isTooOld = dueAt > event.acceptedAt + policy.maximumEventAgeSeconds * 1000;
    if (attempts > policy.maximumRetryAttempts || isTooOld) {
      await this.#finish(event, attempts, result, definition, policy.onFailureQueueArn);
      return;
    }
    const retry = { ...event, attempts, dueAt };
    this.#store.put(retry);
    this.#schedule(retry);
  }

  async #finish(
    event: StoredEvent,
    attempts: number,
    result: InvocationResult,
    definition: FunctionDefinition,
    destinationArn: string | undefined,
  ): Promise<void> {
    if (destinationArn) {
      const record = destinationRecord(event, attempts, result, definition, this.#surroundings.clock.now());
      await this.#send(definition, destinationArn, JSON.stringify(record));
    }
    if (result.isError && definition.deadLetterQueueArn) {
      await this.#send(definition, definition.deadLetterQueueArn, event.payload);
    }
    this.#store.remove(event.id);
  }

  async #send(definition: FunctionDefinition, queueArn: string, body: string): Promise<void> {
    const { region, account } = this.#surroundings;
    const client = gatewayClient(this.#options.endpoint(), region, definition.roleName);
    const queueUrl = `${client.endpoint}/${account}/${queueArn.split(':').at(-1) ?? ''}`;
    await new SQSClient(client).send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
  }
}
