import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ServiceError } from '../../../../local/servers/service-error.ts';
import { emulatedStates, roleArn, type EmulatedStates } from './emulated-states.ts';
import { invoke, only } from './machines.ts';

let aws: EmulatedStates;
beforeEach(async () => {
  aws = await emulatedStates();
});
afterEach(() => aws.close());

const boom = () => {
  throw Object.assign(new Error('why'), { name: 'Boom' });
};

const catching = (...errors: string[]): object => ({
  Catch: [{ ErrorEquals: errors, Output: '{% $states.errorOutput %}', Next: 'Handled' }],
});

const handled = { Handled: { Type: 'Succeed' } };

describe('a function that throws', () => {
  test('is an error named by its errorType, with the whole payload as cause', async () => {
    aws.functions.define('work', boom);
    const execution = await aws.run(await aws.deploy('m', only(invoke('work'))));
    expect(execution).toMatchObject({ status: 'FAILED', error: 'Boom' });
    expect(JSON.parse(execution.cause ?? '')).toEqual({ errorType: 'Boom', errorMessage: 'why', trace: [] });
  });

  test('is tried again after growing delays up to MaxDelaySeconds, then caught', async () => {
    const times: number[] = [];
    aws.functions.define('work', () => {
      times.push(aws.surroundings.clock.now());
      boom();
    });
    const Retry = [
      { ErrorEquals: ['Boom'], IntervalSeconds: 1, BackoffRate: 3, MaxAttempts: 3, MaxDelaySeconds: 5 },
    ];
    const arn = await aws.deploy('m', only(invoke('work', { Retry, ...catching('States.ALL') }), handled));
    const { executionArn = '' } = await aws.run(arn);
    await aws.pass(20);
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
    const delays = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 1000));
    expect(delays).toEqual([1, 3, 5]);
  });

  test('is not tried again with MaxAttempts 0', async () => {
    aws.functions.define('work', boom);
    const Retry = [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }];
    expect(await aws.run(await aws.deploy('m', only(invoke('work', { Retry }))))).toMatchObject({
      error: 'Boom',
    });
    expect(aws.functions.invoked).toHaveLength(1);
  });
});

describe('the Lambda service itself', () => {
  test.each([
    ['TooManyRequestsException', 429, 'Lambda.TooManyRequestsException'],
    ['ServiceException', 500, 'Lambda.ServiceException'],
    ['EC2ThrottledException', 502, 'Lambda.ServiceException'],
  ])('answering %s (%i) is the error %s', async (code, status, expected) => {
    aws.functions.define('work', () => {
      throw new ServiceError(code, 'no', status);
    });
    expect(await aws.run(await aws.deploy('m', only(invoke('work'))))).toMatchObject({ error: expected });
  });

  test('without the function is Lambda.ResourceNotFoundException', async () => {
    expect(await aws.run(await aws.deploy('m', only(invoke('nobody'))))).toMatchObject({
      error: 'Lambda.ResourceNotFoundException',
    });
  });
});

describe('a role without the grant', () => {
  test('gets Lambda.AccessDeniedException, asked for under the name of the role', async () => {
    await aws.close();
    aws = await emulatedStates({
      access: {
        demand: (accessKeyId, action) => {
          if (accessKeyId === roleArn.split('/').at(-1)) {
            throw new ServiceError('AccessDeniedException', `${accessKeyId} may not ${action}`, 403);
          }
        },
      },
    });
    expect(await aws.run(await aws.deploy('m', only(invoke('work'))))).toMatchObject({
      ...{ status: 'FAILED', error: 'Lambda.AccessDeniedException' },
      cause: 'workflow-role may not lambda:InvokeFunction',
    });
  });
});

describe('TimeoutSeconds of a Task', () => {
  test('is States.Timeout on the simulated clock, which States.TaskFailed does not cover', async () => {
    aws.functions.define('work', () => aws.hang());
    const Catch = [
      { ErrorEquals: ['States.TaskFailed'], Next: 'Wrong' },
      { ErrorEquals: ['States.Timeout'], Output: 'late', Next: 'Handled' },
    ];
    const machine = only(invoke('work', { TimeoutSeconds: 60, Catch }), {
      ...handled,
      Wrong: { Type: 'Fail' },
    });
    const { executionArn = '' } = await aws.start(await aws.deploy('m', machine));
    await aws.hanging;
    await aws.surroundings.clock.advanceTo(aws.surroundings.clock.now() + 61_000);
    await aws.states.idle();
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '"late"' });
  });
});

describe('TimeoutSeconds of a machine', () => {
  test('ends the execution as TIMED_OUT', async () => {
    const arn = await aws.deploy('m', { TimeoutSeconds: 60, ...only({ Type: 'Wait', Seconds: 100 }) });
    const { executionArn = '' } = await aws.run(arn);
    await aws.pass(61);
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
  });
});

test('a failing Output of a Task is caught like an error of the Task', async () => {
  aws.functions.define('work', () => 1);
  const state = invoke('work', {
    Output: '{% $states.result.nope %}',
    ...catching('States.QueryEvaluationError'),
  });
  expect(await aws.run(await aws.deploy('m', only(state, handled)))).toMatchObject({ status: 'SUCCEEDED' });
});
