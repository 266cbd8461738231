import { z } from 'zod';
import { ServiceError } from '../service-error.ts';
import { batch } from './batch.ts';
import type { Operation } from './operation.ts';
import { isFifo, type Queue } from './queue-store.ts';
import { findByHandle } from './receipt-handle.ts';
import { nameIn, type Sqs } from './sqs.ts';
import { invalidParameter } from './sqs-error.ts';

const QueueUrl = z.string();
const Id = z.string();
const Deletion = z.object({ ReceiptHandle: z.string() });
const Change = Deletion.extend({ VisibilityTimeout: z.number().int().min(0).max(43_200) });

const DeleteInput = Deletion.extend({ QueueUrl });
const DeleteBatchInput = z.object({ QueueUrl, Entries: z.array(Deletion.extend({ Id })) });
const ChangeInput = Change.extend({ QueueUrl });
const ChangeBatchInput = z.object({ QueueUrl, Entries: z.array(Change.extend({ Id })) });

const onQueue = (input: { QueueUrl: string }): string => input.QueueUrl;

export const deleteMessage: Operation<typeof DeleteInput, object> = {
  action: 'sqs:DeleteMessage',
  input: DeleteInput,
  queue: onQueue,
  run: (sqs, input) => remove(sqs, sqs.queues.require(nameIn(input.QueueUrl)), input),
};

export const deleteMessageBatch: Operation<typeof DeleteBatchInput, unknown> = {
  action: 'sqs:DeleteMessage',
  input: DeleteBatchInput,
  queue: onQueue,
  run(sqs, input) {
    const queue = sqs.queues.require(nameIn(input.QueueUrl));
    return batch(input.Entries, (entry) => remove(sqs, queue, entry));
  },
};

export const changeMessageVisibility: Operation<typeof ChangeInput, object> = {
  action: 'sqs:ChangeMessageVisibility',
  input: ChangeInput,
  queue: onQueue,
  run: (sqs, input) => change(sqs, sqs.queues.require(nameIn(input.QueueUrl)), input),
};

export const changeMessageVisibilityBatch: Operation<typeof ChangeBatchInput, unknown> = {
  action: 'sqs:ChangeMessageVisibility',
  input: ChangeBatchInput,
  queue: onQueue,
  run(sqs, input) {
    const queue = sqs.queues.require(nameIn(input.QueueUrl));
    return batch(input.Entries, (entry) => change(sqs, queue, entry));
  },
};

/** Deleting what is gone succeeds, so that a repeat does no harm. */
function remove(sqs: Sqs, queue: Queue, { ReceiptHandle }: z.output<typeof Deletion>): object {
  const message = findByHandle(sqs.messages, queue.name, ReceiptHandle);
  if (!message) return {};
  // A late delete from a FIFO queue could remove what another consumer is about to get in order.
  if (isFifo(queue) && message.visibleAt <= sqs.clock.now()) {
    throw invalidParameter(
      `Value ${ReceiptHandle} for parameter ReceiptHandle: the receipt handle has expired.`,
    );
  }
  sqs.messages.remove(message.sequence);
  if (isFifo(queue)) sqs.arrivals.announce(queue.name);
  return {};
}

function change(
  sqs: Sqs,
  queue: Queue,
  { ReceiptHandle, VisibilityTimeout }: z.output<typeof Change>,
): object {
  const message = findByHandle(sqs.messages, queue.name, ReceiptHandle);
  const now = sqs.clock.now();
  if (!message || message.visibleAt <= now) {
    throw new ServiceError('MessageNotInflight', "The specified message isn't in flight.");
  }
  sqs.messages.replace({ ...message, visibleAt: now + VisibilityTimeout * 1000 });
  if (VisibilityTimeout === 0) sqs.arrivals.announce(queue.name);
  else sqs.arrivals.arm(queue.name);
  return {};
}
