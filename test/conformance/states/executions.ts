import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Check } from '../check.ts';
import { ended, onMachine, roleArn } from './machine-check.ts';

const passing = { StartAt: 'S', States: { S: { Type: 'Pass', End: true } } };
const waiting = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 600, End: true } } };

/** What the API does, with machines that call nothing. */
export const executionChecks: readonly Check[] = [
  onMachine(
    'a name with the same input is the same execution while it runs',
    waiting,
    async (sfn, stateMachineArn) => {
      const start = new StartExecutionCommand({ stateMachineArn, name: 'once', input: '{"a":1}' });
      const first = await sfn.send(start);
      assert.equal((await sfn.send(start)).executionArn, first.executionArn);
    },
  ),
  onMachine('a name with another input is ExecutionAlreadyExists', waiting, async (sfn, stateMachineArn) => {
    await sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'once', input: '{"a":1}' }));
    const again = sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'once', input: '{"a":2}' }));
    await assert.rejects(again, { name: 'ExecutionAlreadyExists' });
  }),
  onMachine('an input that is not JSON is InvalidExecutionInput', passing, async (sfn, stateMachineArn) => {
    const starting = sfn.send(new StartExecutionCommand({ stateMachineArn, input: '{' }));
    await assert.rejects(starting, { name: 'InvalidExecutionInput' });
  }),
  onMachine('a name with a space is InvalidName', passing, async (sfn, stateMachineArn) => {
    const starting = sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'a b' }));
    await assert.rejects(starting, { name: 'InvalidName' });
  }),
  onMachine('StopExecution ends an execution as ABORTED', waiting, async (sfn, stateMachineArn) => {
    const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn }));
    await sfn.send(new StopExecutionCommand({ executionArn, error: 'Withdrawn', cause: 'why' }));
    const { status, error, cause } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    assert.deepEqual([status, error, cause], ['ABORTED', 'Withdrawn', 'why']);
  }),
  onMachine('ListExecutions filters by status', passing, async (sfn, stateMachineArn) => {
    const { executionArn } = await ended(sfn, stateMachineArn);
    const list = async (statusFilter: 'SUCCEEDED' | 'FAILED') =>
      (await sfn.send(new ListExecutionsCommand({ stateMachineArn, statusFilter }))).executions ?? [];
    assert.deepEqual(
      (await list('SUCCEEDED')).map((listed) => listed.executionArn),
      [executionArn],
    );
    assert.deepEqual(await list('FAILED'), []);
  }),
  onMachine('the history tells each state entered and left', passing, async (sfn, stateMachineArn) => {
    const { executionArn } = await ended(sfn, stateMachineArn, { a: 1 });
    const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn }));
    const types = events.map(({ type }) => type);
    assert.deepEqual(types, [
      'ExecutionStarted',
      'PassStateEntered',
      'PassStateExited',
      'ExecutionSucceeded',
    ]);
    assert.deepEqual(events[1]?.stateEnteredEventDetails?.name, 'S');
  }),
  {
    service: 'sfn',
    rule: 'a definition whose Next leads nowhere is InvalidDefinition',
    async run({ sfn }) {
      const States = { A: { Type: 'Pass', Next: 'Nowhere' } };
      const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'A', States });
      const name = `conformance-${randomUUID()}`;
      const creating = sfn.send(new CreateStateMachineCommand({ name, definition, roleArn }));
      await assert.rejects(creating, { name: 'InvalidDefinition' });
    },
  },
  {
    service: 'sfn',
    rule: 'a task token that was never given out is refused',
    async run({ sfn }) {
      const sending = sfn.send(new SendTaskSuccessCommand({ taskToken: 'AAAA', output: '{}' }));
      await assert.rejects(sending, (error: Error) => /^(InvalidToken|TaskDoesNotExist)$/.test(error.name));
    },
  },
];
