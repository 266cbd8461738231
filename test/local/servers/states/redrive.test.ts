import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  DescribeMapRunCommand,
  ListMapRunsCommand,
  RedriveExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emulatedStates, type EmulatedStates } from './emulated-states.ts';
import { distributed, invoke, only } from './machines.ts';

let aws: EmulatedStates;
beforeEach(async () => {
  aws = await emulatedStates();
});
afterEach(() => aws.close());

const redrive = (executionArn: string) => aws.sfn.send(new RedriveExecutionCommand({ executionArn }));

/** Runs `work` once per number from 1, one at a time. */
const mapOver = (count: number): object =>
  distributed(invoke('work'), {
    Items: Array.from({ length: count }, (_, index) => index + 1),
    MaxConcurrency: 1,
  });

async function mapRunOf(executionArn: string) {
  const { mapRuns = [] } = await aws.sfn.send(new ListMapRunsCommand({ executionArn }));
  expect(mapRuns).toHaveLength(1);
  return aws.sfn.send(new DescribeMapRunCommand({ mapRunArn: mapRuns[0]?.mapRunArn }));
}

describe('a redriven execution', () => {
  test('goes on at the task that failed, with its input and variables, and runs nothing before it again', async () => {
    let isBroken = true;
    aws.functions.define('first', () => 1);
    aws.functions.define('second', (event) => {
      if (isBroken) throw new Error('broken');
      return event;
    });
    const machine = {
      StartAt: 'A',
      States: {
        A: invoke('first', { Assign: { kept: 'v' }, Output: { from: 'A' }, Next: 'B' }),
        B: invoke('second', { Output: '{% [$states.input.from, $kept] %}', End: true }),
      },
    };
    const { executionArn = '' } = await aws.run(await aws.deploy('m', machine));
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'FAILED', redriveStatus: 'REDRIVABLE' });
    isBroken = false;
    await redrive(executionArn);
    await aws.states.idle();
    expect(await aws.describe(executionArn)).toMatchObject({
      ...{ status: 'SUCCEEDED', output: '["A","v"]', redriveCount: 1, redriveStatus: 'NOT_REDRIVABLE' },
    });
    expect(aws.functions.invoked.map(({ name }) => name)).toEqual(['first', 'second', 'second']);
    // Two states entered, the redrive, and the state that ran again.
    expect(aws.surroundings.metered.get('states.transition')).toBe(4);
    expect((await aws.history(executionArn)).map(({ type }) => type)).toContain('ExecutionRedriven');
  });

  test('runs only the children of a distributed Map that did not succeed', async () => {
    let isBroken = true;
    aws.functions.define('work', (event) => {
      if (isBroken && event === 3) throw new Error('broken');
      return event;
    });
    const { executionArn = '' } = await aws.run(await aws.deploy('m', mapOver(5)));
    expect(await aws.describe(executionArn)).toMatchObject({
      error: 'States.ExceedToleratedFailureThreshold',
    });
    const failed = { status: 'FAILED', itemCounts: { total: 5, succeeded: 2, failed: 1, aborted: 2 } };
    expect(await mapRunOf(executionArn)).toMatchObject(failed);
    isBroken = false;
    await redrive(executionArn);
    await aws.states.idle();
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[1,2,3,4,5]' });
    expect(aws.functions.invoked.map(({ event }) => event)).toEqual([1, 2, 3, 3, 4, 5]);
    const succeeded = { status: 'SUCCEEDED', redriveCount: 1, itemCounts: { total: 5, succeeded: 5 } };
    expect(await mapRunOf(executionArn)).toMatchObject(succeeded);
    const asked = aws.surroundings.demanded.map(({ action }) => action);
    expect(asked).toEqual(expect.arrayContaining(['states:StartExecution', 'states:RedriveExecution']));
  });

  test('goes on with a Map that was stopped half-way', async () => {
    let isHanging = true;
    aws.functions.define('work', (event) => (isHanging && event === 3 ? aws.hang() : event));
    const { executionArn = '' } = await aws.start(await aws.deploy('m', mapOver(4)));
    await aws.hanging;
    await aws.sfn.send(new StopExecutionCommand({ executionArn }));
    expect(await mapRunOf(executionArn)).toMatchObject({
      ...{ status: 'ABORTED', itemCounts: { succeeded: 2, aborted: 2 } },
    });
    isHanging = false;
    await redrive(executionArn);
    await aws.states.idle();
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[1,2,3,4]' });
    expect(aws.functions.invoked.map(({ event }) => event)).toEqual([1, 2, 3, 3, 4]);
  });

  test('fails again where a Catch led to a Fail state: the state that was caught has been left', async () => {
    aws.functions.define('work', () => {
      throw new Error('broken');
    });
    const States = {
      W: invoke('work', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'F' }], End: true }),
      F: { Type: 'Fail', Error: 'Gave.Up' },
    };
    const { executionArn = '' } = await aws.run(await aws.deploy('m', { StartAt: 'W', States }));
    await redrive(executionArn);
    await aws.states.idle();
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'FAILED', error: 'Gave.Up' });
    expect(aws.functions.invoked).toHaveLength(1);
  });

  test('is refused when it succeeded, or ended more than 14 days ago', async () => {
    const succeed = await aws.deploy('s', { StartAt: 'S', States: { S: { Type: 'Succeed' } } });
    const { executionArn: done = '' } = await aws.run(succeed);
    await expect(redrive(done)).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' });
    const fail = await aws.deploy('f', { StartAt: 'F', States: { F: { Type: 'Fail' } } });
    const { executionArn: failed = '' } = await aws.run(fail);
    await aws.pass(14 * 86_400 + 1);
    await expect(redrive(failed)).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' });
  });

  test('has its time-out from the beginning again', async () => {
    const machine = { ...only({ Type: 'Wait', Seconds: 90 }), TimeoutSeconds: 60 };
    const { executionArn = '' } = await aws.run(await aws.deploy('m', machine));
    await aws.pass(61);
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'TIMED_OUT' });
    await redrive(executionArn);
    await aws.pass(30);
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'RUNNING' });
    await aws.pass(31);
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'TIMED_OUT' });
  });
});

test('after a restart a distributed Map goes on with the children that had not ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'states-'));
  const open = () => emulatedStates({ database: new DatabaseSync(join(folder, 'aws.sqlite')) });
  const before = await open();
  before.functions.define('work', (event) => (event === 3 ? before.hang() : event));
  const { executionArn = '' } = await before.start(await before.deploy('m', mapOver(4)));
  await before.hanging;
  await before.close();
  before.surroundings.database.close();
  const after = await open();
  after.functions.define('work', (event) => event);
  await after.states.resume();
  await after.states.idle();
  expect(await after.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[1,2,3,4]' });
  expect(after.functions.invoked.map(({ event }) => event)).toEqual([3, 4]);
  await after.close();
  rmSync(folder, { recursive: true });
});
