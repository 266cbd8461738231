import assert from 'node:assert/strict';
import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type Message,
} from '@aws-sdk/client-sqs';
import type { Check } from '../check.ts';
import { attributesOf, inQueue, receive } from './temporary-queue.ts';

const tenEntries = Array.from({ length: 10 }, (_, index) => ({ Id: `i${index}`, MessageBody: `m${index}` }));

export const standardChecks: readonly Check[] = [
  {
    service: 'sqs',
    rule: 'delivers body and attributes whole, with digests that the SDK checks',
    run: ({ sqs }) =>
      inQueue(sqs, {}, async (QueueUrl) => {
        await sqs.send(
          new SendMessageCommand({
            QueueUrl,
            MessageBody: 'hello é',
            MessageAttributes: {
              text: { DataType: 'String', StringValue: 'v' },
              number: { DataType: 'Number', StringValue: '5' },
              bytes: { DataType: 'Binary', BinaryValue: Buffer.from('xx') },
            },
          }),
        );
        const [message] = await receive(sqs, QueueUrl, {
          MessageAttributeNames: ['All'],
          WaitTimeSeconds: 1,
        });
        assert.equal(message?.Body, 'hello é');
        assert.equal(message.MessageAttributes?.text?.StringValue, 'v');
        assert.equal(Buffer.from(message.MessageAttributes.bytes?.BinaryValue ?? []).toString(), 'xx');
        assert.ok(message.MD5OfMessageAttributes);
        assert.equal(message.Attributes?.ApproximateReceiveCount, '1');
      }),
  },
  {
    service: 'sqs',
    rule: 'hides a received message until its visibility timeout ends, and counts the receives',
    run: ({ sqs }) =>
      inQueue(sqs, { VisibilityTimeout: '1' }, async (QueueUrl) => {
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'again' }));
        assert.equal((await receive(sqs, QueueUrl)).length, 1);
        assert.equal((await receive(sqs, QueueUrl)).length, 0);
        assert.equal((await attributesOf(sqs, QueueUrl)).ApproximateNumberOfMessagesNotVisible, '1');
        const [again] = await receive(sqs, QueueUrl, { WaitTimeSeconds: 5 });
        assert.equal(again?.Attributes?.ApproximateReceiveCount, '2');
      }),
  },
  {
    service: 'sqs',
    rule: 'shows a message at once when its visibility timeout is set to nothing',
    run: ({ sqs }) =>
      inQueue(sqs, {}, async (QueueUrl) => {
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'back' }));
        const [{ ReceiptHandle } = {}] = await receive(sqs, QueueUrl);
        await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
        assert.equal((await receive(sqs, QueueUrl)).length, 1);
        await assert.rejects(
          sqs.send(
            new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: 'none', VisibilityTimeout: 0 }),
          ),
          { name: 'ReceiptHandleIsInvalid' },
        );
      }),
  },
  {
    service: 'sqs',
    rule: 'deletes a message for good, and a second time without complaint',
    run: ({ sqs }) =>
      inQueue(sqs, { VisibilityTimeout: '0' }, async (QueueUrl) => {
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'done' }));
        const [{ ReceiptHandle } = {}] = await receive(sqs, QueueUrl);
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        assert.deepEqual(await receive(sqs, QueueUrl), []);
      }),
  },
  {
    service: 'sqs',
    rule: 'sends, prolongs and deletes in batches of ten',
    run: ({ sqs }) =>
      inQueue(sqs, {}, async (QueueUrl) => {
        const sent = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: tenEntries }));
        assert.equal(sent.Successful?.length, 10);
        const messages: Message[] = [];
        // A receive may bring fewer than there are.
        while (messages.length < 10) {
          const some = await receive(sqs, QueueUrl, { MaxNumberOfMessages: 10, WaitTimeSeconds: 5 });
          assert.notEqual(some.length, 0);
          messages.push(...some);
        }
        const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: `i${index}`, ReceiptHandle }));
        const longer = Entries.map((entry) => ({ ...entry, VisibilityTimeout: 60 }));
        await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries: longer }));
        const deleted = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
        assert.equal(deleted.Successful?.length, 10);
      }),
  },
  {
    service: 'sqs',
    rule: 'refuses a batch that is empty, too long, or has an id twice',
    run: ({ sqs }) =>
      inQueue(sqs, {}, async (QueueUrl) => {
        const send = (Entries: { Id: string; MessageBody: string }[]) =>
          sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
        const eleventh = { Id: 'i10', MessageBody: 'm' };
        await assert.rejects(send([]), { name: 'EmptyBatchRequest' });
        await assert.rejects(send([...tenEntries, eleventh]), { name: 'TooManyEntriesInBatchRequest' });
        await assert.rejects(send([eleventh, eleventh]), { name: 'BatchEntryIdsNotDistinct' });
      }),
  },
  {
    service: 'sqs',
    rule: 'holds a delayed message back',
    run: ({ sqs }) =>
      inQueue(sqs, {}, async (QueueUrl) => {
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds: 1 }));
        assert.deepEqual(await receive(sqs, QueueUrl), []);
        assert.equal((await receive(sqs, QueueUrl, { WaitTimeSeconds: 5 })).length, 1);
      }),
  },
  {
    service: 'sqs',
    rule: 'answers a long poll when a message arrives',
    run: ({ sqs }) =>
      inQueue(sqs, {}, async (QueueUrl) => {
        const polling = receive(sqs, QueueUrl, { WaitTimeSeconds: 20 });
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'now' }));
        assert.equal((await polling)[0]?.Body, 'now');
      }),
  },
  {
    service: 'sqs',
    rule: 'takes a message of 1 MiB and refuses one byte more',
    run: ({ sqs }) =>
      inQueue(sqs, {}, async (QueueUrl) => {
        const send = (bytes: number) =>
          sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(bytes) }));
        await send(1_048_576);
        await assert.rejects(send(1_048_577), { name: 'InvalidParameterValue' });
      }),
  },
  {
    service: 'sqs',
    rule: 'takes a group id on a standard queue, for fairness among tenants',
    run: ({ sqs }) =>
      inQueue(sqs, {}, async (QueueUrl) => {
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'fair', MessageGroupId: 'tenant' }));
        assert.equal((await receive(sqs, QueueUrl))[0]?.Attributes?.MessageGroupId, 'tenant');
      }),
  },
];
