import {
  CreateQueueCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { ServiceError } from '../../../../local/servers/service-error.ts';
import { queueArn, startSqs, type RunningSqs } from './running-sqs.ts';

const keyArn = 'arn:aws:kms:us-east-1:000000000000:key/1';

describe('SQS permissions', () => {
  let running: RunningSqs | undefined;

  afterEach(() => running?.stop());

  async function startWithQueue(Attributes: Record<string, string> = {}) {
    running = await startSqs();
    const { QueueUrl } = await running.sqs.send(new CreateQueueCommand({ QueueName: 'q', Attributes }));
    running.surroundings.demanded.length = 0;
    return { ...running, QueueUrl };
  }

  const actionsOf = ({ surroundings }: Pick<RunningSqs, 'surroundings'>) =>
    surroundings.demanded.map(({ action, resource }) => `${action} ${resource}`);

  it('are asked for on the ARN of the queue, and for a batch by the single action', async () => {
    const queue = await startWithQueue();
    const { sqs, QueueUrl } = queue;
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: 'a', MessageBody: 'x' }] }));
    await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    expect(actionsOf(queue)).toEqual([
      `sqs:SendMessage ${queueArn('q')}`,
      `sqs:ReceiveMessage ${queueArn('q')}`,
      `sqs:PurgeQueue ${queueArn('q')}`,
    ]);
  });

  it('extend to the customer’s key of the queue', async () => {
    const queue = await startWithQueue({ KmsMasterKeyId: keyArn });
    const { sqs, QueueUrl } = queue;
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(actionsOf(queue)).toEqual([
      `sqs:SendMessage ${queueArn('q')}`,
      `kms:GenerateDataKey ${keyArn}`,
      `kms:Decrypt ${keyArn}`,
      `sqs:ReceiveMessage ${queueArn('q')}`,
      `kms:Decrypt ${keyArn}`,
    ]);
  });

  it('are not asked for on the key that AWS manages', async () => {
    const queue = await startWithQueue({ KmsMasterKeyId: 'alias/aws/sqs' });
    await queue.sqs.send(new SendMessageCommand({ QueueUrl: queue.QueueUrl, MessageBody: 'x' }));
    expect(actionsOf(queue)).toEqual([`sqs:SendMessage ${queueArn('q')}`]);
  });

  it('are needed before a message is kept', async () => {
    running = await startSqs({
      access: {
        demand: (_, action) => {
          if (action === 'sqs:SendMessage')
            throw new ServiceError('AccessDeniedException', 'not allowed', 403);
        },
      },
    });
    const { QueueUrl } = await running.sqs.send(new CreateQueueCommand({ QueueName: 'q' }));
    const send = new SendMessageCommand({ QueueUrl, MessageBody: 'x' });
    await expect(running.sqs.send(send)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect((await running.sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
  });
});

it('refuses an alias of the customer’s, which no policy could name', async () => {
  const running = await startSqs();
  const create = new CreateQueueCommand({ QueueName: 'q', Attributes: { KmsMasterKeyId: 'alias/mine' } });
  await expect(running.sqs.send(create)).rejects.toThrow('expects the key');
  await running.stop();
});
