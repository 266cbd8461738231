import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emulatedStates, type EmulatedStates } from './emulated-states.ts';
import { only, waitForAnswer } from './machines.ts';

let aws: EmulatedStates;
beforeEach(async () => {
  aws = await emulatedStates();
});
afterEach(() => aws.close());

const caught = {
  Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'Handled' }],
};

async function waiting(more: object = {}): Promise<{ taskToken: string; executionArn: string }> {
  aws.functions.define('ask', () => null);
  const machine = only(waitForAnswer('ask', { ...caught, ...more }), { Handled: { Type: 'Succeed' } });
  const { executionArn = '' } = await aws.run(await aws.deploy('m', machine));
  const event = aws.functions.invoked.at(-1)?.event as { token: string };
  return { taskToken: event.token, executionArn };
}

const succeed = (taskToken: string, output = '{"done":1}') =>
  aws.sfn.send(new SendTaskSuccessCommand({ taskToken, output }));

describe('a task that waits for its token', () => {
  test('goes on with the output of SendTaskSuccess', async () => {
    const { taskToken, executionArn } = await waiting();
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'RUNNING' });
    await succeed(taskToken);
    await aws.states.idle();
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '{"done":1}' });
  });

  test('fails with the error of SendTaskFailure', async () => {
    const { taskToken, executionArn } = await waiting();
    await aws.sfn.send(new SendTaskFailureCommand({ taskToken, error: 'Refused', cause: 'by the officer' }));
    await aws.states.idle();
    expect(await aws.describe(executionArn)).toMatchObject({ output: '"Refused"' });
  });

  test('fails with States.HeartbeatTimeout when no heartbeat comes in time', async () => {
    const { executionArn } = await waiting();
    await aws.pass(601);
    expect(await aws.describe(executionArn)).toMatchObject({ output: '"States.HeartbeatTimeout"' });
  });

  test('lives on by heartbeats, until TimeoutSeconds', async () => {
    const { taskToken, executionArn } = await waiting();
    for (let beat = 0; beat < 7; beat += 1) {
      await aws.pass(500);
      await aws.sfn.send(new SendTaskHeartbeatCommand({ taskToken }));
    }
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'RUNNING' });
    await aws.pass(101);
    expect(await aws.describe(executionArn)).toMatchObject({ output: '"States.Timeout"' });
  });

  test('has a missed heartbeat caught by States.Timeout too', async () => {
    const Catch = [{ ErrorEquals: ['States.Timeout'], Output: 'late', Next: 'Handled' }];
    const { executionArn } = await waiting({ Catch });
    await aws.pass(601);
    expect(await aws.describe(executionArn)).toMatchObject({ output: '"late"' });
  });

  test('takes an answer that comes before the call has returned', async () => {
    aws.functions.define('ask', async (event) => {
      await succeed((event as { token: string }).token);
      throw new Error('too late to matter');
    });
    const { output } = await aws.run(await aws.deploy('m', only(waitForAnswer('ask'))));
    expect(output).toBe('{"done":1}');
  });

  test('fails when the call that gives the token out fails', async () => {
    aws.functions.define('ask', () => {
      throw Object.assign(new Error('no'), { name: 'Unreachable' });
    });
    expect(await aws.run(await aws.deploy('m', only(waitForAnswer('ask'))))).toMatchObject({
      error: 'Unreachable',
    });
  });

  test('gives out a new token on each retry, and the old one is timed out', async () => {
    const Retry = [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 1 }];
    const { taskToken, executionArn } = await waiting({ Retry });
    await aws.pass(602);
    const second = aws.functions.invoked.at(-1)?.event as { token: string };
    expect(second.token).not.toBe(taskToken);
    await expect(succeed(taskToken)).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await succeed(second.token);
    await aws.states.idle();
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('a task token', () => {
  test('takes one answer: a second is TaskTimedOut', async () => {
    const { taskToken } = await waiting();
    await succeed(taskToken);
    await expect(succeed(taskToken)).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await expect(aws.sfn.send(new SendTaskHeartbeatCommand({ taskToken }))).rejects.toMatchObject({
      name: 'TaskTimedOut',
    });
  });

  test('that was never given out is TaskDoesNotExist', async () => {
    await expect(succeed('AAAA')).rejects.toMatchObject({ name: 'TaskDoesNotExist' });
  });

  test('is not used up by an output that is not JSON', async () => {
    const { taskToken } = await waiting();
    await expect(succeed(taskToken, '{')).rejects.toMatchObject({ name: 'InvalidOutput' });
    await succeed(taskToken);
  });

  test('is answered only by whoever may do so on the machine that gave it out', async () => {
    const { taskToken } = await waiting();
    await succeed(taskToken);
    expect(aws.surroundings.demanded).toContainEqual({
      accessKeyId: 'operator',
      action: 'states:SendTaskSuccess',
      resource: 'arn:aws:states:us-east-1:000000000000:stateMachine:m',
    });
  });
});
