import assert from 'node:assert/strict';
import {
  CreateQueueCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  TagQueueCommand,
} from '@aws-sdk/client-sqs';
import type { Check } from '../check.ts';
import { attributesOf, inQueue, receive } from './temporary-queue.ts';

export const queueChecks: readonly Check[] = [
  {
    service: 'sqs',
    rule: 'finds a queue by name and by prefix, and says QueueDoesNotExist of any other',
    run: ({ sqs }) =>
      inQueue(sqs, {}, async (QueueUrl) => {
        const QueueName = QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1);
        assert.equal((await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl, QueueUrl);
        const listed = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: QueueName }));
        assert.deepEqual(listed.QueueUrls, [QueueUrl]);
        const other = new GetQueueUrlCommand({ QueueName: `${QueueName}-not` });
        await assert.rejects(sqs.send(other), { name: 'QueueDoesNotExist' });
      }),
  },
  {
    service: 'sqs',
    rule: 'makes a queue again only with the settings it has',
    run: ({ sqs }) =>
      inQueue(sqs, { VisibilityTimeout: '2' }, async (QueueUrl) => {
        const QueueName = QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1);
        const create = (VisibilityTimeout: string) =>
          sqs.send(new CreateQueueCommand({ QueueName, Attributes: { VisibilityTimeout } }));
        assert.equal((await create('2')).QueueUrl, QueueUrl);
        await assert.rejects(create('3'), { name: 'QueueNameExists' });
      }),
  },
  {
    service: 'sqs',
    rule: 'tells settings, defaults and tags, and takes changes',
    run: ({ sqs }) =>
      inQueue(sqs, { VisibilityTimeout: '2' }, async (QueueUrl) => {
        await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { DelaySeconds: '5' } }));
        const attributes = await attributesOf(sqs, QueueUrl);
        assert.equal(attributes.VisibilityTimeout, '2');
        assert.equal(attributes.DelaySeconds, '5');
        assert.equal(attributes.MessageRetentionPeriod, '345600');
        assert.match(attributes.QueueArn ?? '', /^arn:aws:sqs:.+:kyc-conformance-/);
        await sqs.send(new TagQueueCommand({ QueueUrl, Tags: { a: 'b' } }));
        assert.deepEqual((await sqs.send(new ListQueueTagsCommand({ QueueUrl }))).Tags, { a: 'b' });
      }),
  },
  {
    service: 'sqs',
    rule: 'refuses an attribute that does not exist, and a value outside its limits',
    run: ({ sqs }) =>
      inQueue(sqs, {}, async (QueueUrl) => {
        const set = (Attributes: Record<string, string>) =>
          sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
        await assert.rejects(set({ NoSuch: '1' }), { name: 'InvalidAttributeName' });
        await assert.rejects(set({ VisibilityTimeout: '43201' }), { name: 'InvalidAttributeValue' });
      }),
  },
  {
    service: 'sqs',
    rule: 'is empty after a purge',
    run: ({ sqs }) =>
      inQueue(sqs, {}, async (QueueUrl) => {
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'gone' }));
        await sqs.send(new PurgeQueueCommand({ QueueUrl }));
        assert.deepEqual(await receive(sqs, QueueUrl), []);
      }),
  },
];
