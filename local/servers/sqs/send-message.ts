import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ServiceError } from '../service-error.ts';
import { batch } from './batch.ts';
import { attributeBytes, attributesMd5, checkMessageAttributes } from './message-attributes.ts';
import type { Operation } from './operation.ts';
import { numberAttribute } from './queue-attributes.ts';
import type { Queue } from './queue-store.ts';
import { demandKey, nameIn, type Sqs } from './sqs.ts';
import { invalidParameter } from './sqs-error.ts';
import { MessageToSend, storeMessage } from './store-message.ts';

const SendInput = MessageToSend.extend({ QueueUrl: z.string() });
const SendBatchInput = z.object({
  QueueUrl: z.string(),
  Entries: z.array(MessageToSend.extend({ Id: z.string().regex(/^[\w-]{1,80}$/) })),
});

interface SendReceipt {
  readonly MessageId: string;
  readonly MD5OfMessageBody: string;
  readonly MD5OfMessageAttributes: string | undefined;
  readonly SequenceNumber: string | undefined;
}

// SQS quotas: the batch together may be as large as the largest message.
const mostBatchBytes = 1_048_576;

export const sendMessage: Operation<typeof SendInput, SendReceipt> = {
  action: 'sqs:SendMessage',
  input: SendInput,
  queue: ({ QueueUrl }) => QueueUrl,
  payloadBytes: messageBytes,
  run: (sqs, input, caller) => send(sqs, admitSender(sqs, input.QueueUrl, caller), input),
};

export const sendMessageBatch: Operation<typeof SendBatchInput, unknown> = {
  action: 'sqs:SendMessage',
  input: SendBatchInput,
  queue: ({ QueueUrl }) => QueueUrl,
  payloadBytes: ({ Entries }) => totalBytes(Entries),
  run(sqs, { QueueUrl, Entries }, caller) {
    const queue = admitSender(sqs, QueueUrl, caller);
    if (totalBytes(Entries) > mostBatchBytes) {
      throw new ServiceError(
        'BatchRequestTooLong',
        `Batch requests cannot be longer than ${mostBatchBytes} bytes. You have sent ${totalBytes(Entries)} bytes.`,
      );
    }
    return batch(Entries, (entry) => send(sqs, queue, entry));
  },
};

function admitSender(sqs: Sqs, url: string, caller: string): Queue {
  const queue = sqs.queues.require(nameIn(url));
  demandKey(sqs, caller, queue, ['kms:GenerateDataKey', 'kms:Decrypt']);
  return queue;
}

function send(sqs: Sqs, queue: Queue, message: MessageToSend): SendReceipt {
  checkMessageAttributes(message.MessageAttributes);
  const largest = numberAttribute(queue.attributes, 'MaximumMessageSize');
  if (messageBytes(message) > largest) {
    throw invalidParameter(`Message must be shorter than ${largest} bytes, found ${messageBytes(message)}.`);
  }
  const { id, sequenceNumber } = storeMessage(sqs, queue, message);
  return {
    MessageId: id,
    MD5OfMessageBody: createHash('md5').update(message.MessageBody).digest('hex'),
    MD5OfMessageAttributes: attributesMd5(message.MessageAttributes),
    SequenceNumber: sequenceNumber,
  };
}

function messageBytes(message: MessageToSend): number {
  return Buffer.byteLength(message.MessageBody) + attributeBytes(message.MessageAttributes);
}

function totalBytes(messages: readonly MessageToSend[]): number {
  return messages.reduce((sum, message) => sum + messageBytes(message), 0);
}
