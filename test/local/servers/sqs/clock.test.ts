import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queueArn, startSqs, type RunningSqs } from './running-sqs.ts';

const dayMs = 86_400_000;

describe('SQS by the injected clock', () => {
  let running: RunningSqs;

  beforeEach(async () => {
    running = await startSqs();
  });

  afterEach(() => running.stop());

  async function makeQueue(Attributes: Record<string, string> = {}): Promise<string> {
    const QueueName = Attributes.FifoQueue ? 'q.fifo' : 'q';
    const { QueueUrl } = await running.sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
    return QueueUrl ?? '';
  }

  const send = (QueueUrl: string, MessageBody: string, DelaySeconds?: number) =>
    running.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds }));

  const receive = async (QueueUrl: string) =>
    (await running.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))).Messages ?? [];

  const pass = (ms: number) => running.surroundings.clock.advanceTo(running.surroundings.clock.now() + ms);

  it('drops a message when its retention period is over', async () => {
    const QueueUrl = await makeQueue();
    await send(QueueUrl, 'forgotten');
    await pass(4 * dayMs);
    expect(await receive(QueueUrl)).toEqual([]);
  });

  it('announces a queue at a send, and at the end of a delay', async () => {
    const QueueUrl = await makeQueue();
    await send(QueueUrl, 'now');
    await send(QueueUrl, 'later', 600);
    expect(running.announced).toEqual([queueArn('q')]);
    await pass(600_000);
    expect(running.announced).toEqual([queueArn('q'), queueArn('q')]);
  });

  it('announces nothing at the end of a visibility timeout when the message is deleted', async () => {
    const QueueUrl = await makeQueue();
    await send(QueueUrl, 'done');
    const [{ ReceiptHandle } = {}] = await receive(QueueUrl);
    await running.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    await pass(31_000);
    expect(running.announced).toEqual([queueArn('q')]);
  });

  it('delivers the same FIFO message again when five minutes have passed since the first', async () => {
    const QueueUrl = await makeQueue({ FifoQueue: 'true', ContentBasedDeduplication: 'true' });
    const sendInGroup = () =>
      running.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x', MessageGroupId: 'g' }));
    const first = await sendInGroup();
    await pass(299_000);
    expect((await sendInGroup()).MessageId).toBe(first.MessageId);
    await pass(2_000);
    expect((await sendInGroup()).MessageId).not.toBe(first.MessageId);
  });

  it('refuses to delete from a FIFO queue what has become visible to others', async () => {
    const QueueUrl = await makeQueue({ FifoQueue: 'true', ContentBasedDeduplication: 'true' });
    await running.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x', MessageGroupId: 'g' }));
    const [{ ReceiptHandle } = {}] = await receive(QueueUrl);
    await pass(31_000);
    await expect(running.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))).rejects.toThrow(
      'expired',
    );
  });

  it('keeps a message whose delete came with the handle of an earlier receive', async () => {
    const QueueUrl = await makeQueue();
    await send(QueueUrl, 'x');
    const [{ ReceiptHandle } = {}] = await receive(QueueUrl);
    await pass(31_000);
    await receive(QueueUrl);
    await running.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    await pass(31_000);
    expect(await receive(QueueUrl)).toHaveLength(1);
  });
});

it('ends a long poll without a message when its wait is over', async () => {
  const poll = Promise.withResolvers<undefined>();
  const running = await startSqs({
    access: {
      demand: (_, action) => {
        if (action === 'sqs:ReceiveMessage') poll.resolve(undefined);
      },
    },
  });
  const { QueueUrl } = await running.sqs.send(new CreateQueueCommand({ QueueName: 'q' }));
  const answer = running.sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
  await poll.promise;
  await running.surroundings.clock.advanceTo(running.surroundings.clock.now() + 20_000);
  expect((await answer).Messages).toBeUndefined();
  await running.stop();
});
