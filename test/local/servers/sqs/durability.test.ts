import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queueArn, startSqs, type RunningSqs } from './running-sqs.ts';

describe('SQS after a restart', () => {
  let folder: string;
  let running: RunningSqs;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sqs-durability-'));
    running = await startSqs({ database: new DatabaseSync(join(folder, 'local.sqlite')) });
  });

  afterEach(async () => {
    await running.stop();
    rmSync(folder, { recursive: true });
  });

  /** As after `kill -9`: the first process closes nothing, and the second sees only the file. */
  async function restart(): Promise<void> {
    const stoppedAt = running.surroundings.clock.now();
    await running.stop();
    running = await startSqs({ database: new DatabaseSync(join(folder, 'local.sqlite')) });
    await running.surroundings.clock.advanceTo(stoppedAt);
  }

  const urlOf = async (QueueName: string, Attributes: Record<string, string> = {}) =>
    (await running.sqs.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl ?? '';

  const receive = async (QueueUrl: string) =>
    (await running.sqs.send(new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'] })))
      .Messages ?? [];

  it('still has queues, settings and waiting messages with their attributes', async () => {
    const QueueUrl = await urlOf('inbox', { VisibilityTimeout: '7' });
    const MessageAttributes = { k: { DataType: 'String', StringValue: 'v' } };
    await running.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'kept', MessageAttributes }));
    await restart();
    const after = await urlOf('inbox');
    const told = await running.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: after, AttributeNames: ['VisibilityTimeout'] }),
    );
    expect(told.Attributes).toEqual({ VisibilityTimeout: '7' });
    const got = await running.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: after, MessageAttributeNames: ['All'] }),
    );
    expect(got.Messages?.[0]).toMatchObject({ Body: 'kept', MessageAttributes });
  });

  it('shows a message that was in flight when its visibility timeout ends, and counts on', async () => {
    await running.sqs.send(new SendMessageCommand({ QueueUrl: await urlOf('inbox'), MessageBody: 'again' }));
    expect(await receive(await urlOf('inbox'))).toHaveLength(1);
    await restart();
    const QueueUrl = await urlOf('inbox');
    expect(await receive(QueueUrl)).toEqual([]);
    await running.surroundings.clock.advanceTo(running.surroundings.clock.now() + 31_000);
    expect(running.announced).toEqual([queueArn('inbox')]);
    const [again] = await receive(QueueUrl);
    expect(again?.Attributes?.ApproximateReceiveCount).toBe('2');
  });

  it('takes the receipt handle given before', async () => {
    await running.sqs.send(new SendMessageCommand({ QueueUrl: await urlOf('inbox'), MessageBody: 'done' }));
    const [{ ReceiptHandle } = {}] = await receive(await urlOf('inbox'));
    await restart();
    const QueueUrl = await urlOf('inbox');
    await running.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    await running.surroundings.clock.advanceTo(running.surroundings.clock.now() + 31_000);
    expect(await receive(QueueUrl)).toEqual([]);
  });
});
