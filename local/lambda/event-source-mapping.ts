import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayClientSettings } from '../gateway-client.ts';
import type { InvocationResult } from './invocation-result.ts';
import { sqsEvent, succeededMessages } from './sqs-event.ts';

export interface MappingDefinition {
  readonly id: string;
  readonly queueArn: string;
  readonly functionName: string;
  readonly roleName: string;
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  readonly reportsItemFailures: boolean;
  readonly maximumConcurrency: number;
}

export interface MappingSurroundings {
  readonly client: GatewayClientSettings;
  readonly account: string;
  invoke(functionName: string, payload: string): Promise<InvocationResult>;
  log(line: string): void;
}

// One ReceiveMessage and one DeleteMessageBatch take ten messages at most (SQS quotas).
const messagesPerCall = 10;
// A batching window trades latency for fuller batches. Nobody waits for real minutes here: what a window would gather
// from senders that run at this moment arrives within a few milliseconds.
const gatheringMs = 10;
const backOffMs = 1000;

/**
 * Takes messages from one queue and hands them to one function, in batches, a few batches at a time. It receives when
 * the queue says that there is something: idle polling would book noise to every flow, and AWS's is a fixed cost.
 */
export class EventSourceMapping {
  readonly #definition: MappingDefinition;
  readonly #surroundings: MappingSurroundings;
  readonly #sqs: SQSClient;
  readonly #queueUrl: string;
  readonly #working = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #wake: (() => void) | undefined;
  #isReceiving = false;
  #hasNews = false;
  #loop: Promise<void> = Promise.resolve();

  constructor(definition: MappingDefinition, surroundings: MappingSurroundings) {
    this.#definition = definition;
    this.#surroundings = surroundings;
    this.#sqs = new SQSClient(surroundings.client);
    const queueName = definition.queueArn.split(':').at(-1) ?? '';
    this.#queueUrl = `${surroundings.client.endpoint}/${surroundings.account}/${queueName}`;
  }

  start(): void {
    this.#hasNews = true;
    this.#loop = this.#poll();
  }

  /** Tells the mapping that its queue may have a visible message. */
  notify(): void {
    this.#hasNews = true;
    this.#wake?.();
  }

  /** No batch is being received or processed, and none is known to be waiting. */
  get isIdle(): boolean {
    return !this.#hasNews && !this.#isReceiving && this.#working.size === 0;
  }

  /** Lets the batches that run come to their end. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#wake?.();
    await this.#loop;
    await Promise.allSettled(this.#working);
    this.#sqs.destroy();
  }

  async #poll(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      if (!this.#hasNews) await this.#news();
      else if (this.#working.size >= this.#definition.maximumConcurrency) await Promise.race(this.#working);
      else await this.#takeBatch();
    }
  }

  async #news(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = undefined;
  }

  async #takeBatch(): Promise<void> {
    this.#isReceiving = true;
    this.#hasNews = false;
    try {
      const messages = await this.#receive();
      if (messages.length === 0) return;
      // There may be more where these came from.
      this.#hasNews = true;
      const work = this.#process(messages).finally(() => this.#working.delete(work));
      this.#working.add(work);
    } catch (error) {
      await this.#backOff(error);
    } finally {
      this.#isReceiving = false;
    }
  }

  async #receive(): Promise<Message[]> {
    const { batchSize, batchingWindowSeconds } = this.#definition;
    if (batchingWindowSeconds > 0) await sleep(gatheringMs);
    const messages: Message[] = [];
    while (messages.length < batchSize) {
      const received = await this.#sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: this.#queueUrl,
          MaxNumberOfMessages: Math.min(messagesPerCall, batchSize - messages.length),
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
      );
      messages.push(...(received.Messages ?? []));
      if ((received.Messages?.length ?? 0) < messagesPerCall) break;
    }
    return messages;
  }

  async #process(messages: readonly Message[]): Promise<void> {
    const { functionName, queueArn, reportsItemFailures } = this.#definition;
    const event = sqsEvent(messages, queueArn, this.#surroundings.client.region);
    try {
      const result = await this.#surroundings.invoke(functionName, JSON.stringify(event));
      // What failed becomes visible again when its visibility timeout ends.
      if (result.isError) return;
      await this.#remove(reportsItemFailures ? succeededMessages(messages, result.payload) : messages);
    } catch (error) {
      await this.#backOff(error);
    }
  }

  async #remove(messages: readonly Message[]): Promise<void> {
    for (let first = 0; first < messages.length; first += messagesPerCall) {
      const part = messages.slice(first, first + messagesPerCall);
      const Entries = part.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await this.#sqs.send(new DeleteMessageBatchCommand({ QueueUrl: this.#queueUrl, Entries }));
    }
  }

  async #backOff(error: unknown): Promise<void> {
    if (this.#stop.signal.aborted) return;
    const reason = error instanceof Error ? error.message : String(error);
    this.#surroundings.log(`mapping ${this.#definition.id} of ${this.#definition.queueArn}: ${reason}`);
    await sleep(backOffMs, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    this.#hasNews = true;
  }
}
