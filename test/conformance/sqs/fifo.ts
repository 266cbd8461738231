import assert from 'node:assert/strict';
import { DeleteMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Check } from '../check.ts';
import { inQueue, receive } from './temporary-queue.ts';

const fifo = { FifoQueue: 'true', ContentBasedDeduplication: 'true' };

export const fifoChecks: readonly Check[] = [
  {
    service: 'sqs',
    rule: 'delivers equal sends of a FIFO queue once, also after the first was deleted',
    run: ({ sqs }) =>
      inQueue(sqs, fifo, async (QueueUrl) => {
        const first = await send(sqs, QueueUrl, 'g', 'x', 'd1');
        const second = await send(sqs, QueueUrl, 'g', 'another body', 'd1');
        assert.equal(second.MessageId, first.MessageId);
        await send(sqs, QueueUrl, 'g', 'by content');
        await send(sqs, QueueUrl, 'g', 'by content');
        const messages = await receive(sqs, QueueUrl, { MaxNumberOfMessages: 10 });
        assert.deepEqual(
          messages.map(({ Body }) => Body),
          ['x', 'by content'],
        );
        for (const { ReceiptHandle } of messages) {
          await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        }
        await send(sqs, QueueUrl, 'g', 'x', 'd1');
        assert.deepEqual(await receive(sqs, QueueUrl), []);
      }),
  },
  {
    service: 'sqs',
    rule: 'keeps a FIFO group waiting while one of its messages is in flight, and no other group',
    run: ({ sqs }) =>
      inQueue(sqs, fifo, async (QueueUrl) => {
        await send(sqs, QueueUrl, 'g', 'g-1');
        const [inFlight] = await receive(sqs, QueueUrl);
        await send(sqs, QueueUrl, 'g', 'g-2');
        await send(sqs, QueueUrl, 'h', 'h-1');
        const others = await receive(sqs, QueueUrl, { MaxNumberOfMessages: 10 });
        assert.deepEqual(
          others.map(({ Body }) => Body),
          ['h-1'],
        );
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: inFlight?.ReceiptHandle }));
        assert.equal((await receive(sqs, QueueUrl))[0]?.Body, 'g-2');
      }),
  },
  {
    service: 'sqs',
    rule: 'numbers the messages of a FIFO queue in rising order',
    run: ({ sqs }) =>
      inQueue(sqs, fifo, async (QueueUrl) => {
        const first = await send(sqs, QueueUrl, 'g', '1');
        const second = await send(sqs, QueueUrl, 'g', '2');
        assert.ok(BigInt(second.SequenceNumber ?? 0) > BigInt(first.SequenceNumber ?? 0));
        const [received] = await receive(sqs, QueueUrl);
        assert.equal(received?.Attributes?.SequenceNumber, first.SequenceNumber);
      }),
  },
  {
    service: 'sqs',
    rule: 'refuses a FIFO message without a group, or without anything to tell repeats by',
    run: ({ sqs }) =>
      inQueue(sqs, { FifoQueue: 'true' }, async (QueueUrl) => {
        const bare = new SendMessageCommand({ QueueUrl, MessageBody: 'y', MessageDeduplicationId: 'd' });
        await assert.rejects(sqs.send(bare), { name: 'MissingParameter' });
        await assert.rejects(send(sqs, QueueUrl, 'g', 'y'), { name: 'InvalidParameterValue' });
      }),
  },
];

function send(
  sqs: SQSClient,
  QueueUrl: string,
  MessageGroupId: string,
  MessageBody: string,
  deduplication?: string,
) {
  const MessageDeduplicationId = deduplication;
  return sqs.send(new SendMessageCommand({ QueueUrl, MessageGroupId, MessageBody, MessageDeduplicationId }));
}
