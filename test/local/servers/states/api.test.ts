import {
  DeleteStateMachineCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  paginateListExecutions,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emulatedStates, roleArn, type EmulatedStates } from './emulated-states.ts';
import { invoke, only } from './machines.ts';

let aws: EmulatedStates;
beforeEach(async () => {
  aws = await emulatedStates();
});
afterEach(() => aws.close());

const done = { StartAt: 'S', States: { S: { Type: 'Succeed' } } };
const waiting = only({ Type: 'Wait', Seconds: 60 });
const ninetyDays = 90 * 86_400;

describe('CreateStateMachine', () => {
  test('under a name that is taken replaces the machine, so that a deployment can run again', async () => {
    const first = await aws.deploy('m', done);
    expect(await aws.deploy('m', waiting)).toBe(first);
    const described = await aws.sfn.send(new DescribeStateMachineCommand({ stateMachineArn: first }));
    expect(described.definition).toContain('Wait');
    expect(described).toMatchObject({ name: 'm', roleArn, status: 'ACTIVE', type: 'STANDARD' });
  });

  test('refuses a faulty definition, naming the state', async () => {
    const machine = only({ Type: 'Pass', ResultPath: '$.x' });
    await expect(aws.deploy('m', machine)).rejects.toMatchObject({
      name: 'InvalidDefinition',
      message: expect.stringContaining("state Only: field 'ResultPath' belongs to JSONPath") as string,
    });
  });

  test('refuses a name with a space', async () => {
    await expect(aws.deploy('a b', done)).rejects.toMatchObject({ name: 'InvalidName' });
  });
});

describe('UpdateStateMachine', () => {
  test('leaves what runs with the definition it started with', async () => {
    const arn = await aws.deploy('m', waiting);
    const { executionArn = '' } = await aws.run(arn, { a: 1 });
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...done });
    await aws.sfn.send(new UpdateStateMachineCommand({ stateMachineArn: arn, definition }));
    expect(await aws.run(arn)).toMatchObject({ status: 'SUCCEEDED' });
    await aws.pass(61);
    expect(await aws.history(executionArn)).toContainEqual(
      expect.objectContaining({ type: 'WaitStateExited' }),
    );
  });
});

test('DeleteStateMachine ends what runs and forgets the machine', async () => {
  const stateMachineArn = await aws.deploy('m', waiting);
  const { executionArn = '' } = await aws.run(stateMachineArn);
  await aws.sfn.send(new DeleteStateMachineCommand({ stateMachineArn }));
  expect(await aws.describe(executionArn)).toMatchObject({ status: 'ABORTED' });
  const { stateMachines } = await aws.sfn.send(new ListStateMachinesCommand({}));
  expect(stateMachines).toEqual([]);
  await expect(aws.start(stateMachineArn)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
});

describe('StartExecution', () => {
  test('twice with one name and one input is one execution while it runs', async () => {
    const arn = await aws.deploy('m', waiting);
    const first = await aws.start(arn, { a: 1 }, 'once');
    expect(await aws.start(arn, { a: 1 }, 'once')).toMatchObject({ executionArn: first.executionArn });
    const { executions } = await aws.sfn.send(new ListExecutionsCommand({ stateMachineArn: arn }));
    expect(executions).toHaveLength(1);
  });

  test('with one name and another input is ExecutionAlreadyExists', async () => {
    const arn = await aws.deploy('m', waiting);
    await aws.start(arn, { a: 1 }, 'once');
    await expect(aws.start(arn, { a: 2 }, 'once')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  test('under the name of one that ended is ExecutionAlreadyExists until 90 days have passed', async () => {
    const arn = await aws.deploy('m', done);
    await aws.run(arn, {}, 'once');
    await aws.pass(ninetyDays - 60);
    await expect(aws.start(arn, {}, 'once')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await aws.pass(120);
    expect(await aws.run(arn, {}, 'once')).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('refuses an input of more than 262,144 bytes, and takes one of exactly that', async () => {
    const arn = await aws.deploy('m', done);
    const text = (bytes: number) => 'x'.repeat(bytes - 2);
    await expect(aws.start(arn, text(262_145))).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await aws.run(arn, text(262_144))).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('refuses an input that is not JSON', async () => {
    const stateMachineArn = await aws.deploy('m', done);
    const starting = aws.sfn.send(new StartExecutionCommand({ stateMachineArn, input: '{' }));
    await expect(starting).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
  });
});

describe('ListExecutions', () => {
  test('gives the newest first, in pages', async () => {
    const stateMachineArn = await aws.deploy('m', done);
    for (const name of ['a', 'b', 'c', 'd', 'e']) await aws.run(stateMachineArn, {}, name);
    const pages: (string | undefined)[][] = [];
    for await (const page of paginateListExecutions({ client: aws.sfn, pageSize: 2 }, { stateMachineArn })) {
      pages.push((page.executions ?? []).map(({ name }) => name));
    }
    expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
  });

  test('filters by status', async () => {
    const stateMachineArn = await aws.deploy('m', waiting);
    await aws.run(stateMachineArn, {}, 'first');
    await aws.pass(61);
    await aws.run(stateMachineArn, {}, 'second');
    const running = new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' });
    const { executions = [] } = await aws.sfn.send(running);
    expect(executions.map(({ name }) => name)).toEqual(['second']);
  });
});

describe('GetExecutionHistory', () => {
  test('tells of a failing Task with its error, in the order of events', async () => {
    aws.functions.define('work', () => {
      throw Object.assign(new Error('why'), { name: 'Boom' });
    });
    const { executionArn = '' } = await aws.run(await aws.deploy('m', only(invoke('work'))));
    const events = await aws.history(executionArn);
    expect(events.map(({ type }) => type)).toEqual([
      ...['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed'],
      'ExecutionFailed',
    ]);
    expect(events[1]?.stateEnteredEventDetails).toEqual({ name: 'Only', input: '{}' });
    expect(events[4]?.taskFailedEventDetails).toMatchObject({ error: 'Boom', resourceType: 'lambda' });
    expect(events.map(({ previousEventId }) => previousEventId)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('can begin with the last event', async () => {
    const { executionArn } = await aws.run(await aws.deploy('m', done));
    const command = new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 });
    const { events } = await aws.sfn.send(command);
    expect(events).toMatchObject([{ type: 'ExecutionSucceeded' }]);
  });
});

test('StopExecution ends an execution as ABORTED, with the error and cause given', async () => {
  const { executionArn } = await aws.run(await aws.deploy('m', waiting));
  await aws.sfn.send(new StopExecutionCommand({ executionArn, error: 'Withdrawn', cause: 'by the account' }));
  expect(await aws.describe(executionArn ?? '')).toMatchObject({
    ...{ status: 'ABORTED', error: 'Withdrawn', cause: 'by the account' },
  });
  await aws.pass(61);
  expect(await aws.describe(executionArn ?? '')).toMatchObject({ status: 'ABORTED' });
});

test('every call asks for its own action, on the machine or on the execution', async () => {
  const arn = await aws.deploy('m', waiting);
  const { executionArn = '' } = await aws.run(arn, {}, 'e');
  await aws.history(executionArn);
  await aws.sfn.send(new ListExecutionsCommand({ stateMachineArn: arn }));
  await aws.sfn.send(new StopExecutionCommand({ executionArn }));
  const asked = aws.surroundings.demanded.map(({ action, resource }) => [action, resource]);
  expect(executionArn).toBe('arn:aws:states:us-east-1:000000000000:execution:m:e');
  expect(asked).toEqual([
    ['states:CreateStateMachine', arn],
    ['states:StartExecution', arn],
    ['states:DescribeExecution', executionArn],
    ['states:GetExecutionHistory', executionArn],
    ['states:ListExecutions', arn],
    ['states:StopExecution', executionArn],
  ]);
});

test('the states entered and the errors caught are told by machine', async () => {
  await aws.run(await aws.deploy('m', done));
  expect(aws.states.reachedStates()).toEqual(new Map([['m', new Set(['S'])]]));
  expect(aws.states.caughtTransitions()).toEqual(new Map());
});
