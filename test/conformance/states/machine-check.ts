import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  StartExecutionCommand,
  type DescribeExecutionOutput,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { Check } from '../check.ts';

/** A role that a state machine may assume; it needs no grant, for these machines call nothing. */
export const roleArn = process.env.CONFORMANCE_ROLE_ARN ?? 'arn:aws:iam::000000000000:role/operator';

const patienceMs = 30_000;
const lookEveryMs = 100;

/** A check on a machine that is made for it and deleted afterwards. */
export function onMachine(
  rule: string,
  machine: object,
  run: (sfn: SFNClient, stateMachineArn: string) => Promise<void>,
): Check {
  return {
    service: 'sfn',
    rule,
    async run({ sfn }) {
      const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...machine });
      const name = `conformance-${randomUUID()}`;
      const created = await sfn.send(new CreateStateMachineCommand({ name, definition, roleArn }));
      const stateMachineArn = created.stateMachineArn ?? assert.fail('CreateStateMachine gave no ARN');
      try {
        await run(sfn, stateMachineArn);
      } finally {
        await sfn.send(new DeleteStateMachineCommand({ stateMachineArn }));
      }
    },
  };
}

/** Starts an execution and looks until it has ended: an emulator and AWS alike have no event to wait for. */
export async function ended(
  sfn: SFNClient,
  stateMachineArn: string,
  input: unknown = {},
): Promise<DescribeExecutionOutput> {
  const start = new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) });
  const { executionArn } = await sfn.send(start);
  for (const giveUpAt = Date.now() + patienceMs; Date.now() < giveUpAt;) {
    const execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status !== 'RUNNING') return execution;
    await sleep(lookEveryMs);
  }
  return assert.fail(`${executionArn ?? 'the execution'} was still running after ${patienceMs} ms`);
}

/** A check that a machine turns `input` into `output`. */
export function yields(rule: string, machine: object, [input, output]: readonly [unknown, unknown]): Check {
  return onMachine(rule, machine, async (sfn, arn) => {
    const execution = await ended(sfn, arn, input);
    assert.equal(execution.status, 'SUCCEEDED', `${execution.error ?? ''} ${execution.cause ?? ''}`);
    assert.deepEqual(JSON.parse(execution.output ?? 'null'), output);
  });
}

/** A check that a machine fails with an error of that name. */
export function failsWith(rule: string, machine: object, error: string): Check {
  return onMachine(rule, machine, async (sfn, arn) => {
    const execution = await ended(sfn, arn);
    assert.equal(execution.status, 'FAILED');
    assert.equal(execution.error, error);
  });
}
