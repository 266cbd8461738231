import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ListExecutionsCommand, SendTaskSuccessCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emulatedStates, type EmulatedStates } from './emulated-states.ts';
import { invoke, only, waitForAnswer } from './machines.ts';

let folder: string;
let file: string;
const open: EmulatedStates[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'states-'));
  file = join(folder, 'aws.sqlite');
});
afterEach(async () => {
  for (const aws of open.splice(0)) await aws.close();
  rmSync(folder, { recursive: true });
});

/** A new process on the same file, its clock where the old one stood. */
async function newProcess(at?: number): Promise<EmulatedStates> {
  const aws = await emulatedStates({ database: new DatabaseSync(file) });
  if (at !== undefined) await aws.surroundings.clock.advanceTo(at);
  open.push(aws);
  return aws;
}

async function restarted(aws: EmulatedStates, define: (next: EmulatedStates) => void = () => undefined) {
  const at = aws.surroundings.clock.now();
  await aws.close();
  aws.surroundings.database.close();
  open.splice(open.indexOf(aws), 1);
  const next = await newProcess(at);
  define(next);
  await next.states.resume();
  await next.states.idle();
  return next;
}

describe('after a restart', () => {
  test('a Wait ends when it would have ended', async () => {
    let aws = await newProcess();
    const machine = only({ Type: 'Wait', Seconds: 15 * 86_400 });
    const { executionArn = '' } = await aws.run(await aws.deploy('m', machine));
    await aws.pass(10 * 86_400);
    aws = await restarted(aws);
    await aws.pass(5 * 86_400 - 60);
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'RUNNING' });
    await aws.pass(61);
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('variables, input and start time are what they were', async () => {
    let aws = await newProcess();
    const machine = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { kept: '{% $states.input.n %}' }, Next: 'W' },
        W: { Type: 'Wait', Seconds: 60, Next: 'B' },
        B: {
          Type: 'Pass',
          Output: '{% [$kept, $states.input.n, $states.context.Execution.StartTime] %}',
          End: true,
        },
      },
    };
    const { executionArn = '', startDate } = await aws.run(await aws.deploy('m', machine), { n: 7 });
    aws = await restarted(aws);
    await aws.pass(61);
    const { output = '' } = await aws.describe(executionArn);
    expect(JSON.parse(output)).toEqual([7, 7, startDate?.toISOString()]);
  });

  test('a Task that was running is called again', async () => {
    let aws = await newProcess();
    aws.functions.define('work', () => aws.hang());
    const { executionArn = '' } = await aws.start(await aws.deploy('m', only(invoke('work'))));
    await aws.hanging;
    aws = await restarted(aws, (next) => {
      next.functions.define('work', () => 'done');
    });
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '"done"' });
  });

  test('a token that was given out is still the one waited for, without a second call', async () => {
    let aws = await newProcess();
    aws.functions.define('ask', () => null);
    const { executionArn = '' } = await aws.run(await aws.deploy('m', only(waitForAnswer('ask'))));
    const { token: taskToken } = aws.functions.invoked[0]?.event as { token: string };
    aws = await restarted(aws);
    expect(aws.functions.invoked).toEqual([]);
    await aws.sfn.send(new SendTaskSuccessCommand({ taskToken, output: '1' }));
    await aws.states.idle();
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '1' });
  });

  test('the heartbeat and time-out of a token stand where they stood', async () => {
    let aws = await newProcess();
    aws.functions.define('ask', () => null);
    const { executionArn = '' } = await aws.run(await aws.deploy('m', only(waitForAnswer('ask'))));
    await aws.pass(500);
    aws = await restarted(aws);
    await aws.pass(99);
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'RUNNING' });
    await aws.pass(2);
    expect(await aws.describe(executionArn)).toMatchObject({ error: 'States.HeartbeatTimeout' });
  });

  test('an answer given before the executions are resumed is not lost', async () => {
    let aws = await newProcess();
    aws.functions.define('ask', () => null);
    const { executionArn = '' } = await aws.run(await aws.deploy('m', only(waitForAnswer('ask'))));
    const { token: taskToken } = aws.functions.invoked[0]?.event as { token: string };
    const at = aws.surroundings.clock.now();
    await aws.close();
    open.pop();
    aws = await newProcess(at);
    await aws.sfn.send(new SendTaskSuccessCommand({ taskToken, output: '1' }));
    expect(await aws.states.resume()).toBe(1);
    await aws.states.idle();
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '1' });
  });

  test('a Parallel starts again as a whole, and the tokens of its first run are timed out', async () => {
    let aws = await newProcess();
    const Branches = [only(waitForAnswer('ask'))];
    const machine = { StartAt: 'P', States: { P: { Type: 'Parallel', Branches, End: true } } };
    aws.functions.define('ask', () => null);
    const { executionArn = '' } = await aws.run(await aws.deploy('m', machine));
    const first = aws.functions.invoked[0]?.event as { token: string };
    aws = await restarted(aws, (next) => {
      next.functions.define('ask', () => null);
    });
    const second = aws.functions.invoked[0]?.event as { token: string };
    const answer = (taskToken: string) =>
      aws.sfn.send(new SendTaskSuccessCommand({ taskToken, output: '1' }));
    await expect(answer(first.token)).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await answer(second.token);
    await aws.states.idle();
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[1]' });
  });

  test('a machine waits for the same child execution that it started', async () => {
    let aws = await newProcess();
    const child = await aws.deploy('child', only({ Type: 'Wait', Seconds: 60, Output: { a: 1 } }));
    const Resource = 'arn:aws:states:::states:startExecution.sync:2';
    const Arguments = { StateMachineArn: child, Input: {} };
    const Output = '{% $states.result.Output.a %}';
    const parent = await aws.deploy('parent', only({ Type: 'Task', Resource, Arguments, Output }));
    const { executionArn = '' } = await aws.run(parent);
    aws = await restarted(aws);
    await aws.pass(61);
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '1' });
    const { executions } = await aws.sfn.send(new ListExecutionsCommand({ stateMachineArn: child }));
    expect(executions).toHaveLength(1);
  });

  test('the name of an execution that ended is still taken', async () => {
    let aws = await newProcess();
    const stateMachineArn = await aws.deploy('m', { StartAt: 'S', States: { S: { Type: 'Succeed' } } });
    await aws.run(stateMachineArn, {}, 'once');
    aws = await restarted(aws);
    const again = aws.sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'once', input: '{}' }));
    await expect(again).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  test('the history goes on with the next number, and no state is billed twice', async () => {
    let aws = await newProcess();
    const { executionArn = '' } = await aws.run(await aws.deploy('m', only({ Type: 'Wait', Seconds: 60 })));
    aws = await restarted(aws);
    await aws.pass(61);
    const events = await aws.history(executionArn);
    expect(events.map(({ id, type }) => [id, type])).toEqual([
      [1, 'ExecutionStarted'],
      [2, 'WaitStateEntered'],
      [3, 'WaitStateExited'],
      [4, 'ExecutionSucceeded'],
    ]);
    expect(aws.surroundings.metered.get('states.transition')).toBeUndefined();
  });
});

test.each([1, 2, 3, 4, 5])(
  'a stop during call %i of five leaves the same output in the end',
  async (fatal) => {
    const names = ['A', 'B', 'C', 'D', 'E'];
    const steps = names.map((name, index) => {
      const Assign = { [name]: '{% $states.result.Payload %}' };
      const onward = index === 4 ? { Next: 'Sum' } : { Next: names[index + 1] };
      return [name, invoke(name, { Assign, Output: {}, ...onward })] as const;
    });
    const Sum = { Type: 'Succeed', Output: '{% $A & $B & $C & $D & $E %}' };
    const calls = new Map<string, number>();
    const define = (aws: EmulatedStates, hangsAt: number) => {
      for (const [index, name] of names.entries()) {
        aws.functions.define(name, () => {
          calls.set(name, (calls.get(name) ?? 0) + 1);
          return index + 1 === hangsAt ? aws.hang() : name.toLowerCase();
        });
      }
    };
    let aws = await newProcess();
    define(aws, fatal);
    const arn = await aws.deploy('m', { StartAt: 'A', States: { ...Object.fromEntries(steps), Sum } });
    const { executionArn = '' } = await aws.start(arn);
    await aws.hanging;
    aws = await restarted(aws, (next) => {
      define(next, 0);
    });
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '"abcde"' });
    expect(names.map((name) => calls.get(name))).toEqual(
      names.map((_, index) => (index + 1 === fatal ? 2 : 1)),
    );
  },
);

test('an execution goes on after its process was killed with SIGKILL', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'doomed-process.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { executionArn, token } = JSON.parse(line.toString('utf8')) as {
    executionArn: string;
    token: string;
  };
  child.kill('SIGKILL');
  await once(child, 'exit');
  const aws = await newProcess();
  expect(await aws.states.resume()).toBe(1);
  await aws.sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: '"after the kill"' }));
  await aws.states.idle();
  expect(aws.functions.invoked).toEqual([]);
  expect(await aws.describe(executionArn)).toMatchObject({
    ...{ status: 'SUCCEEDED', output: '["before","after the kill"]' },
  });
  const history = await aws.history(executionArn);
  expect(history.map(({ type }) => type)).toEqual([
    ...['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'TaskStateEntered', 'TaskScheduled'],
    ...['TaskStarted', 'TaskSubmitted', 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
  ]);
});
