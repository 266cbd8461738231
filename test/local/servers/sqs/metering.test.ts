import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSqs, type RunningSqs } from './running-sqs.ts';

const kibibyte = 1024;

// The vectors are those of the metering rules, SQS. Q6, idle polling, is a fixed cost and no call.
describe('what SQS bills', () => {
  let running: RunningSqs;

  beforeEach(async () => {
    running = await startSqs();
  });

  afterEach(() => running.stop());

  async function makeQueue(QueueName: string, Attributes: Record<string, string> = {}): Promise<string> {
    const { QueueUrl } = await running.sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
    running.surroundings.metered.clear();
    return QueueUrl ?? '';
  }

  const billed = () => running.surroundings.metered.get('sqs.request');

  const entries = (count: number, bytes: number) =>
    Array.from({ length: count }, (_, index) => ({
      Id: String(index),
      MessageBody: 'x'.repeat(bytes),
      MessageGroupId: 'g',
      MessageDeduplicationId: String(index),
    }));

  it('is one request for a send of 900 bytes (Q1)', async () => {
    const QueueUrl = await makeQueue('q');
    await running.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(900) }));
    expect(billed()).toBe(1);
  });

  it('is two requests for a batch of ten times 7 KB (Q2)', async () => {
    const QueueUrl = await makeQueue('q.fifo', { FifoQueue: 'true' });
    await running.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: entries(10, 7 * kibibyte) }));
    expect(billed()).toBe(2);
  });

  it('is sixteen requests for a send of 1 MiB, and sixteen more to receive it (Q3)', async () => {
    const QueueUrl = await makeQueue('q');
    await running.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(kibibyte ** 2) }));
    expect(billed()).toBe(16);
    await running.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(billed()).toBe(32);
  });

  it('is three requests for a message sent, received and deleted (Q4)', async () => {
    const QueueUrl = await makeQueue('q');
    await running.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    const { Messages } = await running.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    await running.sqs.send(
      new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages?.[0]?.ReceiptHandle }),
    );
    expect(billed()).toBe(3);
  });

  it('is three requests for ten messages in a batch each way (Q5)', async () => {
    const QueueUrl = await makeQueue('q');
    const Entries = entries(10, 1).map(({ Id, MessageBody }) => ({ Id, MessageBody }));
    await running.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    const { Messages } = await running.sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    const received = (Messages ?? []).map(({ ReceiptHandle }, index) => ({
      Id: String(index),
      ReceiptHandle,
    }));
    expect(received).toHaveLength(10);
    await running.sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: received }));
    expect(billed()).toBe(3);
  });

  it('counts the attributes of a message, and a receive that finds nothing', async () => {
    const QueueUrl = await makeQueue('q');
    const MessageAttributes = { k: { DataType: 'String', StringValue: 'x'.repeat(64 * kibibyte) } };
    await running.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x', MessageAttributes }));
    expect(billed()).toBe(2);
    await running.sqs.send(new ReceiveMessageCommand({ QueueUrl: await makeQueue('empty') }));
    expect(billed()).toBe(1);
  });
});
