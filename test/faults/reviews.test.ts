import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accountCreated, failedIdentity } from '../support/account-samples.ts';
import { brokenPromises } from '../support/broken-promises.ts';
import { executionsOf } from '../support/executions.ts';
import { FaultyAssembly } from '../support/faulty-assembly.ts';
import { caseIdOf, eventIdOf } from '../support/known-ids.ts';
import { ReviewDesk } from '../support/review-desk.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { storedState } from '../support/stored-items.ts';

const hour = 3600;

describe('a review', () => {
  const assembly = new FaultyAssembly(inject('assembly'));
  let running: RunningAws;
  let desk: ReviewDesk;

  beforeAll(async () => {
    running = await startAws({ assembly: assembly.directory });
    desk = new ReviewDesk(running);
  });

  afterAll(async () => {
    await running.close();
    assembly.remove();
  });

  /** An account whose execution waits for people; its case. */
  const underReview = async (account: string) => {
    const event = accountCreated(account, new Date(running.clock.now()), { customer: failedIdentity });
    expect((await running.send(event)).status).toBe(202);
    await running.aws.settled();
    const found = (await storedState(running)).cases.get(caseIdOf(account, account));
    if (!found?.taskToken) throw new Error(`nobody waits for the case of ${account}`);
    return { id: found.id, taskToken: found.taskToken, dueAt: Date.parse(found.dueAt) };
  };
  const endOf = async (account: string) => {
    await running.aws.settled();
    const { accounts, cases } = await storedState(running);
    const executions = await executionsOf(running, running.names.VerifyAccountArn);
    return {
      status: accounts.get(account)?.status,
      case: cases.get(caseIdOf(account, account))?.state,
      execution: executions.get(`${eventIdOf(account)}-1`)?.status,
    };
  };
  const succeed = (taskToken: string) =>
    running.clients.sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{"verdict":"approve"}' }));

  it('goes on through the sweep when the function died between the verdict and the release', async () => {
    const { id } = await underReview('unreleased');
    const fault = { kind: 'diesAfterCall', call: 'DynamoDB_20120810.TransactWriteItems', nth: 1 } as const;
    await desk.give('alice', id, 'approve');
    assembly.plan({
      id: 'unreleased',
      functionName: 'review-cases',
      eventHolds: `/cases/${id}/verdict`,
      times: 1,
      fault,
    });
    expect((await desk.give('bob', id, 'approve')).status).toBe(500);
    expect(await endOf('unreleased')).toEqual({
      status: 'underReview',
      case: 'approved',
      execution: 'RUNNING',
    });
    expect((await running.sweep()).released).toBe(1);
    expect(await endOf('unreleased')).toEqual({
      status: 'verified',
      case: 'approved',
      execution: 'SUCCEEDED',
    });
  });

  it('goes on when the person who saw a 500 gives the verdict again, and says that it is decided', async () => {
    const { id } = await underReview('told-again');
    const fault = { kind: 'diesAfterCall', call: 'DynamoDB_20120810.TransactWriteItems', nth: 1 } as const;
    await desk.give('alice', id, 'approve');
    assembly.plan({
      id: 'told-again',
      functionName: 'review-cases',
      eventHolds: `/cases/${id}/verdict`,
      times: 1,
      fault,
    });
    await desk.give('bob', id, 'approve');
    expect((await desk.give('bob', id, 'approve')).status).toBe(409);
    expect(await endOf('told-again')).toEqual({
      status: 'verified',
      case: 'approved',
      execution: 'SUCCEEDED',
    });
  });

  it('is released once when the release was sent and its answer lost', async () => {
    const { id } = await underReview('released-twice');
    const fault = { kind: 'diesAfterCall', call: 'AWSStepFunctions.SendTaskSuccess', nth: 1 } as const;
    await desk.give('alice', id, 'refuse');
    assembly.plan({
      id: 'released-twice',
      functionName: 'review-cases',
      eventHolds: `/cases/${id}/verdict`,
      times: 1,
      fault,
    });
    await desk.give('bob', id, 'refuse');
    await running.sweep();
    expect(await endOf('released-twice')).toEqual({
      status: 'refused',
      case: 'refused',
      execution: 'SUCCEEDED',
    });
  });

  it('is not decided by who holds the token: the case is asked, and nobody has closed it', async () => {
    const { id, taskToken } = await underReview('forced');
    await succeed(taskToken);
    const { status } = await endOf('forced');
    expect(status).not.toBe('verified');
    expect((await desk.give('alice', id, 'approve')).status).toBe(409);
  });

  it('refuses a token that was used, one that is late and one that is made up', async () => {
    const { id, taskToken } = await underReview('used-token');
    expect(await desk.decide(id, 'approve')).toEqual([200, 200]);
    await expect(succeed(taskToken)).rejects.toMatchObject({ name: 'TaskTimedOut' });
    const failure = { taskToken, error: 'x', cause: 'y' };
    await expect(running.clients.sfn.send(new SendTaskFailureCommand(failure))).rejects.toThrow();
    await expect(running.clients.sfn.send(new SendTaskHeartbeatCommand({ taskToken }))).rejects.toThrow();
    await expect(succeed('AAAA')).rejects.toMatchObject({
      name: expect.stringMatching(/InvalidToken|TaskDoesNotExist/) as string,
    });
    expect(await endOf('used-token')).toEqual({
      status: 'verified',
      case: 'approved',
      execution: 'SUCCEEDED',
    });
  });

  it('that was decided a second before its time is up stands', async () => {
    const { id, dueAt } = await underReview('last-second');
    await running.clock.advanceTo(dueAt - 1000, () => running.aws.settled());
    expect((await desk.give('alice', id, 'approve')).status).toBe(200);
    expect((await desk.give('bob', id, 'approve')).status).toBe(200);
    await running.advance(24 * hour);
    expect(await endOf('last-second')).toEqual({
      status: 'verified',
      case: 'approved',
      execution: 'SUCCEEDED',
    });
  });

  it('that is decided in the very second of its time-out ends in one way, whichever comes first', async () => {
    const rivals = ['rival-1', 'rival-2', 'rival-3', 'rival-4'];
    const dues: number[] = [];
    for (const account of rivals) {
      const { id } = await underReview(account);
      await desk.give('alice', id, 'approve');
      const { cases } = await storedState(running);
      dues.push(Date.parse(cases.get(id)?.dueAt ?? ''));
    }
    await running.clock.advanceTo(Math.min(...dues) - 5, () => running.aws.settled());
    const verdicts = Promise.all(
      rivals.map((account) => desk.give('bob', caseIdOf(account, account), 'approve')),
    );
    await running.clock.advanceTo(Math.max(...dues) + 5, () => Promise.resolve());
    const answers = await verdicts;
    await running.advance(hour);
    await running.sweep();
    for (const [index, account] of rivals.entries()) {
      const approved = answers[index]?.status === 200;
      expect(await endOf(account)).toEqual(
        approved
          ? { status: 'verified', case: 'approved', execution: 'SUCCEEDED' }
          : {
              status: expect.not.stringMatching('verified') as string,
              case: 'lapsed',
              execution: 'SUCCEEDED',
            },
      );
    }
  });

  it('that lapsed can no longer be decided', async () => {
    const { id, dueAt } = await underReview('lapsed');
    await running.clock.advanceTo(dueAt + 1000, () => running.aws.settled());
    expect(await endOf('lapsed')).toMatchObject({ case: 'lapsed', execution: 'SUCCEEDED' });
    expect((await desk.give('alice', id, 'approve')).status).toBe(409);
    expect((await endOf('lapsed')).status).not.toBe('verified');
  });

  it('is decided once by ten people at the same time', async () => {
    const { id } = await underReview('crowded');
    await desk.give('alice', id, 'approve');
    const crowd = (['bob', 'carol'] as const).flatMap((person) => Array.from({ length: 5 }, () => person));
    const answers = await Promise.all(crowd.map((person) => desk.give(person, id, 'approve')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(await endOf('crowded')).toEqual({ status: 'verified', case: 'approved', execution: 'SUCCEEDED' });
  });

  it('leaves every promise kept', async () => {
    await running.advance(hour);
    await running.sweep();
    expect(await brokenPromises(running)).toEqual([]);
  });
});
