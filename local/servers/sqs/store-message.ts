import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { MessageAttributeInput } from './message-attributes.ts';
import { numberAttribute } from './queue-attributes.ts';
import { isFifo, type Queue } from './queue-store.ts';
import type { Sqs } from './sqs.ts';
import { invalidParameter, missingParameter } from './sqs-error.ts';

export const MessageToSend = z.object({
  MessageBody: z.string().min(1),
  MessageAttributes: z.record(z.string(), MessageAttributeInput).default({}),
  MessageSystemAttributes: z.object({ AWSTraceHeader: MessageAttributeInput.optional() }).default({}),
  DelaySeconds: z.number().int().min(0).max(900).optional(),
  MessageGroupId: z.string().min(1).max(128).optional(),
  MessageDeduplicationId: z.string().min(1).max(128).optional(),
});
export type MessageToSend = z.output<typeof MessageToSend>;

/** What identifies a message, kept for the repeats of a FIFO send. */
export interface StoredIdentity {
  readonly id: string;
  /** Of FIFO queues alone. */
  readonly sequenceNumber: string | undefined;
}

// FIFO sequence numbers have 20 digits (SQS developer guide, "FIFO queue and message identifiers").
const firstSequenceNumber = 10n ** 19n;

/** Keeps the message; a repeat within the deduplication interval of a FIFO queue gives the first one's identity instead. */
export function storeMessage(sqs: Sqs, queue: Queue, message: MessageToSend): StoredIdentity {
  if (!isFifo(queue)) return store(sqs, queue, message, undefined);
  const deduplicationId = checkFifo(queue, message);
  const isPerGroup = queue.attributes.DeduplicationScope === 'messageGroup';
  const key = isPerGroup ? JSON.stringify([message.MessageGroupId, deduplicationId]) : deduplicationId;
  return sqs.deduplication.once(queue.name, key, sqs.clock.now(), () =>
    store(sqs, queue, message, deduplicationId),
  );
}

export function sequenceNumberOf(sequence: number): string {
  return String(firstSequenceNumber + BigInt(sequence));
}

/** @returns the deduplication id, the sender's or the digest of the body */
function checkFifo(queue: Queue, message: MessageToSend): string {
  if (message.MessageGroupId === undefined) throw missingParameter('MessageGroupId');
  if (message.DelaySeconds !== undefined) {
    throw invalidParameter(
      'DelaySeconds of a message is invalid for this queue type: FIFO delays the whole queue',
    );
  }
  if (message.MessageDeduplicationId !== undefined) return message.MessageDeduplicationId;
  if (queue.attributes.ContentBasedDeduplication === 'true') {
    return createHash('sha256').update(message.MessageBody).digest('hex');
  }
  throw invalidParameter(
    'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  );
}

function store(
  sqs: Sqs,
  queue: Queue,
  message: MessageToSend,
  deduplicationId: string | undefined,
): StoredIdentity {
  const now = sqs.clock.now();
  const delaySeconds = message.DelaySeconds ?? numberAttribute(queue.attributes, 'DelaySeconds');
  const id = randomUUID();
  const sequence = sqs.messages.add({
    queue: queue.name,
    id,
    body: message.MessageBody,
    attributes: message.MessageAttributes,
    systemAttributes: systemAttributes(sqs, message, deduplicationId),
    groupId: message.MessageGroupId,
    sentAt: now,
    visibleAt: now + delaySeconds * 1000,
  });
  if (delaySeconds > 0) sqs.arrivals.arm(queue.name);
  else sqs.arrivals.announce(queue.name);
  return { id, sequenceNumber: deduplicationId === undefined ? undefined : sequenceNumberOf(sequence) };
}

function systemAttributes(
  sqs: Sqs,
  message: MessageToSend,
  deduplicationId: string | undefined,
): Record<string, string> {
  const traceHeader = message.MessageSystemAttributes.AWSTraceHeader?.StringValue;
  return {
    SenderId: sqs.account,
    ...(message.MessageGroupId === undefined ? {} : { MessageGroupId: message.MessageGroupId }),
    ...(deduplicationId === undefined ? {} : { MessageDeduplicationId: deduplicationId }),
    ...(traceHeader === undefined ? {} : { AWSTraceHeader: traceHeader }),
  };
}
