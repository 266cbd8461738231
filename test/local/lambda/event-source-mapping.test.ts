import { GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Booted, bootFixture } from '../fixtures/booted.ts';

describe('a mapping from a queue to a function', () => {
  let booted: Booted;
  beforeEach(async () => {
    booted = await bootFixture();
  });
  afterEach(() => booted.aws.close());

  const send = (body: string) =>
    booted.clients.sqs.send(
      new SendMessageCommand({ QueueUrl: booted.aws.outputs.App?.InboxUrl, MessageBody: body }),
    );
  const receivesOf = async (pk: string) => {
    const Key = { pk: { S: pk } };
    const { Item } = await booted.clients.dynamodb.send(new GetItemCommand({ TableName: 'Accounts', Key }));
    return Item?.receives?.N;
  };
  const pass = async (seconds: number) => {
    await booted.clock.advanceTo(booted.clock.now() + seconds * 1000, () => booted.aws.settled());
    await booted.aws.settled();
  };

  it('handles every message of a long queue once', async () => {
    for (let batch = 0; batch < 3; batch++) {
      const Entries = Array.from({ length: 10 }, (_, index) => ({
        Id: String(index),
        MessageBody: `m-${batch}-${index}`,
      }));
      await booted.clients.sqs.send(
        new SendMessageBatchCommand({ QueueUrl: booted.aws.outputs.App?.InboxUrl, Entries }),
      );
    }
    await booted.aws.settled();
    const { Items = [] } = await booted.clients.dynamodb.send(new ScanCommand({ TableName: 'Accounts' }));
    expect(Items).toHaveLength(30);
    expect(new Set(Items.map((item) => item.receives?.N))).toEqual(new Set(['1']));
  });

  it('keeps the failed messages of a batch alone, and hands them to the dead letters in the end', async () => {
    await send('bad');
    await send('good');
    await booted.aws.settled();
    expect(await receivesOf('good')).toBe('1');
    const QueueUrl = booted.aws.outputs.App?.DeadLettersUrl;
    const deadLetters = async () =>
      (await booted.clients.sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages?.map(
        ({ Body }) => Body,
      );
    expect(await deadLetters()).toBeUndefined();
    // Three receives, a minute of visibility time-out after each.
    for (let attempt = 0; attempt < 3; attempt++) await pass(61);
    expect(await deadLetters()).toEqual(['bad']);
  });

  it('gives a batch that failed as a whole again once its visibility time-out is over', async () => {
    await send('worst');
    await booted.aws.settled();
    const before = booted.aws.lambda
      .logs('Consume')
      .filter((line) => line.includes('whole batch fails')).length;
    await pass(61);
    const after = booted.aws.lambda
      .logs('Consume')
      .filter((line) => line.includes('whole batch fails')).length;
    expect([before > 0, after]).toEqual([true, 2 * before]);
  });
});
