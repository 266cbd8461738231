import assert from 'node:assert/strict';
import {
  ListDeadLetterSourceQueuesCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  StartMessageMoveTaskCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Check } from '../check.ts';
import { attributesOf, inQueue, receive } from './temporary-queue.ts';

export const deadLetterChecks: readonly Check[] = [
  {
    service: 'sqs',
    rule: 'moves a message that was received too often to the dead-letter queue, with its attributes',
    run: ({ sqs }) =>
      withDeadLetters(sqs, async (QueueUrl, deadLetters) => {
        const MessageAttributes = { k: { DataType: 'String', StringValue: 'v' } };
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison', MessageAttributes }));
        const [dead] = await exhaust(sqs, QueueUrl, deadLetters.url);
        assert.equal(dead?.Body, 'poison');
        assert.equal(dead.MessageAttributes?.k?.StringValue, 'v');
      }),
  },
  {
    service: 'sqs',
    rule: 'moves dead letters back to where they came from',
    run: ({ sqs }) =>
      withDeadLetters(sqs, async (QueueUrl, deadLetters) => {
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));
        await exhaust(sqs, QueueUrl, deadLetters.url);
        await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: deadLetters.arn }));
        const [back] = await receive(sqs, QueueUrl, { WaitTimeSeconds: 20 });
        assert.equal(back?.Body, 'poison');
      }),
  },
  {
    service: 'sqs',
    rule: 'lists the queues that a dead-letter queue serves',
    run: ({ sqs }) =>
      withDeadLetters(sqs, async (QueueUrl, deadLetters) => {
        const listed = await sqs.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: deadLetters.url }));
        assert.deepEqual(listed.queueUrls, [QueueUrl]);
      }),
  },
  {
    service: 'sqs',
    rule: 'refuses a redrive policy whose target does not exist',
    run: ({ sqs }) =>
      withDeadLetters(sqs, async (QueueUrl, { arn }) => {
        await assert.rejects(redriveTo(sqs, QueueUrl, `${arn}-not`), { name: 'InvalidParameterValue' });
      }),
  },
];

interface DeadLetters {
  readonly url: string;
  readonly arn: string;
}

function withDeadLetters(
  sqs: SQSClient,
  work: (queueUrl: string, deadLetters: DeadLetters) => Promise<void>,
): Promise<void> {
  return inQueue(sqs, {}, async (url) => {
    const { QueueArn: arn = '' } = await attributesOf(sqs, url);
    await inQueue(sqs, { VisibilityTimeout: '0' }, async (queueUrl) => {
      await redriveTo(sqs, queueUrl, arn);
      await work(queueUrl, { url, arn });
    });
  });
}

function redriveTo(sqs: SQSClient, QueueUrl: string, deadLetterTargetArn: string) {
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 2 });
  return sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { RedrivePolicy } }));
}

/** Receives what the policy allows and once more, then looks among the dead letters without keeping them. */
async function exhaust(sqs: SQSClient, queueUrl: string, deadLetterUrl: string) {
  for (const _ of ['first', 'second'])
    assert.equal((await receive(sqs, queueUrl, { WaitTimeSeconds: 5 })).length, 1);
  assert.deepEqual(await receive(sqs, queueUrl), []);
  return receive(sqs, deadLetterUrl, {
    WaitTimeSeconds: 20,
    VisibilityTimeout: 0,
    MessageAttributeNames: ['All'],
  });
}
