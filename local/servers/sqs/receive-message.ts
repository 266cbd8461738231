import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sqsRequests } from '../../meter/chunked-units.ts';
import type { JsonOperation } from '../json-protocol.ts';
import { attributeBytes, attributesMd5, chosenAttributes } from './message-attributes.ts';
import type { StoredMessage } from './message-store.ts';
import { admit } from './operation.ts';
import { numberAttribute } from './queue-attributes.ts';
import { isFifo, type Queue } from './queue-store.ts';
import { receiptHandle } from './receipt-handle.ts';
import { moveToDeadLetters, redrivePolicy } from './redrive.ts';
import { demandKey, nameIn, type Sqs } from './sqs.ts';
import { sequenceNumberOf } from './store-message.ts';

const names = z.array(z.string()).default([]);
const ReceiveInput = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
  VisibilityTimeout: z.number().int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.number().int().min(0).max(20).optional(),
  MessageAttributeNames: names,
  MessageSystemAttributeNames: names,
  /** The older name of the one above. */
  AttributeNames: names,
});
type ReceiveInput = z.output<typeof ReceiveInput>;

const definition = {
  action: 'sqs:ReceiveMessage',
  input: ReceiveInput,
  queue: ({ QueueUrl }: ReceiveInput) => QueueUrl,
};

/** Looks, and, while it finds nothing, looks again at each arrival until the wait is over. Each look is a transaction. */
export function receiveMessage(sqs: Sqs): JsonOperation {
  return async (raw, caller) => {
    let received: readonly StoredMessage[] = [];
    try {
      const input = admit(sqs, definition, raw, caller);
      received = await receive(sqs, input, caller);
      return received.length > 0 ? { Messages: received.map((message) => describe(message, input)) } : {};
    } finally {
      sqs.meter.record(
        'sqs.request',
        sqsRequests(received.reduce((sum, message) => sum + bytesOf(message), 0)),
        caller,
      );
    }
  };
}

async function receive(sqs: Sqs, input: ReceiveInput, caller: string): Promise<readonly StoredMessage[]> {
  const name = nameIn(input.QueueUrl);
  const began = sqs.clock.now();
  for (;;) {
    const queue = sqs.queues.require(name);
    demandKey(sqs, caller, queue, ['kms:Decrypt']);
    const taken = sqs.transact(() => take(sqs, queue, input));
    const waitSeconds =
      input.WaitTimeSeconds ?? numberAttribute(queue.attributes, 'ReceiveMessageWaitTimeSeconds');
    const deadline = began + waitSeconds * 1000;
    if (taken.length > 0 || sqs.clock.now() >= deadline) return taken;
    await sqs.arrivals.next(name, deadline);
  }
}

function take(sqs: Sqs, queue: Queue, input: ReceiveInput): StoredMessage[] {
  const now = sqs.clock.now();
  sqs.messages.removeExpired(
    queue.name,
    now - numberAttribute(queue.attributes, 'MessageRetentionPeriod') * 1000,
  );
  const visibilitySeconds = input.VisibilityTimeout ?? numberAttribute(queue.attributes, 'VisibilityTimeout');
  const taken = deliverable(sqs, queue, now, input.MaxNumberOfMessages).map((message) =>
    handOut(sqs, message, now, now + visibilitySeconds * 1000),
  );
  if (taken.length > 0) sqs.arrivals.arm(queue.name);
  return taken;
}

/** Visible messages, once those received too often are out of their way. */
function deliverable(sqs: Sqs, queue: Queue, now: number, limit: number): StoredMessage[] {
  const policy = redrivePolicy(queue.attributes.RedrivePolicy);
  for (;;) {
    const visible = visibleMessages(sqs, queue, now, limit);
    if (!policy) return visible;
    const spent = visible.filter((message) => message.receiveCount >= policy.maxReceiveCount);
    if (spent.length === 0) return visible;
    for (const message of spent) moveToDeadLetters(sqs, message, policy);
  }
}

function visibleMessages(sqs: Sqs, queue: Queue, now: number, limit: number): StoredMessage[] {
  return isFifo(queue)
    ? sqs.messages.visibleInOrder(queue.name, now, limit)
    : sqs.messages.visible(queue.name, now, limit);
}

function handOut(sqs: Sqs, message: StoredMessage, now: number, visibleAt: number): StoredMessage {
  const received: StoredMessage = {
    ...message,
    visibleAt,
    receiveCount: message.receiveCount + 1,
    firstReceivedAt: message.firstReceivedAt ?? now,
  };
  sqs.messages.replace(received);
  return received;
}

function describe(message: StoredMessage, input: ReceiveInput) {
  const wanted = new Set([...input.MessageSystemAttributeNames, ...input.AttributeNames]);
  const system = Object.entries(systemAttributes(message)).filter(
    ([name]) => wanted.has('All') || wanted.has(name),
  );
  const attributes = chosenAttributes(message.attributes, input.MessageAttributeNames);
  return {
    MessageId: message.id,
    ReceiptHandle: receiptHandle(message),
    Body: message.body,
    MD5OfBody: createHash('md5').update(message.body).digest('hex'),
    Attributes: wanted.size > 0 ? Object.fromEntries(system) : undefined,
    MessageAttributes: Object.keys(attributes).length > 0 ? attributes : undefined,
    MD5OfMessageAttributes: attributesMd5(attributes),
  };
}

function systemAttributes(message: StoredMessage): Record<string, string> {
  const isOrdered = message.systemAttributes.MessageDeduplicationId !== undefined;
  return {
    ...message.systemAttributes,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
    ...(isOrdered ? { SequenceNumber: sequenceNumberOf(message.sequence) } : {}),
  };
}

function bytesOf(message: StoredMessage): number {
  return Buffer.byteLength(message.body) + attributeBytes(message.attributes);
}
