import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accountCreated } from '../support/account-samples.ts';
import { brokenPromises } from '../support/broken-promises.ts';
import { executionsOf } from '../support/executions.ts';
import { FaultyAssembly } from '../support/faulty-assembly.ts';
import { eventIdOf } from '../support/known-ids.ts';
import type { Fault } from '../support/planned-fault.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { storedState } from '../support/stored-items.ts';

const minute = 60;
// A message comes into sight again after 180 s, and after five times it is put aside (lib/storage/queues.ts).
const pastAllReceives = 6 * 180;

describe('an event on its way to an execution', () => {
  const assembly = new FaultyAssembly(inject('assembly'));
  let running: RunningAws;

  beforeAll(async () => {
    running = await startAws({ assembly: assembly.directory, withList: false });
  });

  afterAll(async () => {
    await running.close();
    assembly.remove();
  });

  const plan = (functionName: string, account: string, eventHolds: string, times: number, fault: Fault) => {
    assembly.plan({ id: `${functionName}-${account}`, functionName, eventHolds, times, fault });
  };
  const create = (account: string, sequence = 1) =>
    running.send(accountCreated(account, new Date(running.clock.now()), { sequence }), account);
  const enqueue = async (body: string) => {
    const message = { QueueUrl: running.names.VerificationQueue, MessageBody: body };
    await running.clients.sqs.send(new SendMessageCommand(message));
  };
  const executionsFor = async (account: string) => {
    const executions = await executionsOf(running, running.names.VerifyAccountArn);
    return [...executions.values()].filter(({ name }) => name.startsWith(eventIdOf(account)));
  };
  const inboxOf = async (account: string) => (await storedState(running)).inbox.get(eventIdOf(account));
  const accountOf = async (account: string) => (await storedState(running)).accounts.get(account);

  it('starts one execution when its message comes three times', async () => {
    const message = JSON.stringify({ eventId: eventIdOf('thrice'), attempt: 1 });
    await create('thrice');
    await enqueue(message);
    await enqueue(message);
    await running.advance(minute);
    await enqueue(message);
    await running.advance(minute);
    expect(await executionsFor('thrice')).toHaveLength(1);
    expect(await accountOf('thrice')).toMatchObject({ revision: 3, status: 'underReview' });
  });

  it('is queued by the sweep, once it has waited a quarter of an hour, when the receiver died before it could', async () => {
    const call = 'DynamoDB_20120810.PutItem';
    plan('receive-webhook', 'unqueued', 'unqueued', 1, { kind: 'diesAfterCall', call, nth: 1 });
    expect((await create('unqueued')).status).toBe(500);
    await running.advance(14 * minute);
    expect((await running.sweep()).queued).toBe(0);
    await running.advance(2 * minute);
    expect((await running.sweep()).queued).toBe(1);
    await running.advance(minute);
    expect(await inboxOf('unqueued')).toMatchObject({ status: 'started' });
    expect(await executionsFor('unqueued')).toHaveLength(1);
  });

  it('is queued by the provider itself when it sends again what was answered with a 500', async () => {
    const call = 'DynamoDB_20120810.PutItem';
    plan('receive-webhook', 'sent-again', 'sent-again', 1, { kind: 'diesAfterCall', call, nth: 1 });
    const event = accountCreated('sent-again', new Date(running.clock.now()));
    expect((await running.send(event)).status).toBe(500);
    expect((await running.send(event)).status).toBe(202);
    await running.advance(minute);
    expect(await executionsFor('sent-again')).toHaveLength(1);
  });

  it('starts once when the function that started it died before it could say so', async () => {
    const call = 'AWSStepFunctions.StartExecution';
    plan('start-verification', 'unsaid', eventIdOf('unsaid'), 1, { kind: 'diesAfterCall', call, nth: 1 });
    await create('unsaid');
    await running.advance(4 * minute);
    expect(await inboxOf('unsaid')).toMatchObject({ status: 'started' });
    expect(await executionsFor('unsaid')).toHaveLength(1);
  });

  it('is put aside after five tries, stays in the inbox, and is started by the sweep when the trouble is over', async () => {
    const errors = ['RecordMissingError'];
    plan('start-verification', 'poison', eventIdOf('poison'), 5, { kind: 'throws', errors });
    await create('poison');
    await running.advance(pastAllReceives);
    expect(await deadLetters(running)).toContain(
      JSON.stringify({ eventId: eventIdOf('poison'), attempt: 1 }),
    );
    expect(await inboxOf('poison')).toMatchObject({ status: 'received' });
    await running.sweep();
    await running.advance(minute);
    expect(await inboxOf('poison')).toMatchObject({ status: 'started' });
    expect(await accountOf('poison')).toMatchObject({ status: 'underReview' });
  });

  it.each([
    ['is not JSON', 'hello'],
    ['names no event', '{}'],
    ['names an event in a way of its own', '{"eventId":"evt_1; rm -rf","attempt":1}'],
    ['brings more than it should', JSON.stringify({ eventId: eventIdOf('thrice'), attempt: 1, name: 'Ann' })],
  ])('is not taken from a message that %s: it is put aside and the queue goes on', async (_what, body) => {
    await enqueue(body);
    await running.advance(pastAllReceives);
    expect(await deadLetters(running)).toContain(body);
    expect(await visible(running)).toBe(0);
  });

  it('is overtaken by a newer one without a trace in the account, and its execution ends', async () => {
    await create('late', 2);
    await running.advance(minute);
    const before = await accountOf('late');
    await running.send(accountCreated('late', new Date(running.clock.now()), { sequence: 1 }), 'late-older');
    await running.advance(minute);
    expect(await accountOf('late')).toEqual(before);
    expect((await executionsFor('late-older')).map(({ states }) => states.at(-1))).toEqual([
      'EventSuperseded',
    ]);
  });

  it('can be parked even when all it had to say was that it came too late', async () => {
    await create('late-and-lost', 2);
    await running.advance(minute);
    plan('assess-parties', 'late-and-lost', eventIdOf('late-and-lost-older'), 99, { kind: 'losesAnswer' });
    const older = accountCreated('late-and-lost', new Date(running.clock.now()), { sequence: 1 });
    await running.send(older, 'late-and-lost-older');
    await running.advance(60 * minute);
    expect(await inboxOf('late-and-lost-older')).toMatchObject({ status: 'parked' });
  });

  it('leaves every promise kept', async () => {
    await running.sweep();
    await running.advance(minute);
    expect(await brokenPromises(running)).toEqual([]);
  });
});

async function deadLetters(running: RunningAws): Promise<string[]> {
  const QueueUrl = deadLetterQueue(running);
  const { Messages = [] } = await running.clients.sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
  );
  return Messages.map(({ Body = '' }) => Body);
}

async function visible({ clients, names }: RunningAws): Promise<number> {
  const { Attributes } = await clients.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: names.VerificationQueue, AttributeNames: ['All'] }),
  );
  const { ApproximateNumberOfMessages = '', ApproximateNumberOfMessagesNotVisible = '' } = Attributes ?? {};
  return Number(ApproximateNumberOfMessages) + Number(ApproximateNumberOfMessagesNotVisible);
}

function deadLetterQueue({ aws }: RunningAws): string {
  const found = aws.resources().find(({ logicalId }) => logicalId.startsWith('QueuesVerificationFailed'));
  return found?.physicalId ?? '';
}
