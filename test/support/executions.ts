import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  type ExecutionListItem,
} from '@aws-sdk/client-sfn';
import type { RunningAws } from './running-aws.ts';

export interface SeenExecution {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  /** Error of an execution that failed. */
  readonly error: string | undefined;
  /** Every state it entered, in order. */
  readonly states: readonly string[];
  /** Errors of the time-outs of its tasks. */
  readonly timeouts: readonly string[];
}

/** Every execution of a machine, by name. */
export async function executionsOf(
  running: RunningAws,
  stateMachineArn: string,
): Promise<Map<string, SeenExecution>> {
  const { sfn } = running.clients;
  const found: ExecutionListItem[] = [];
  let nextToken: string | undefined;
  do {
    const page = await sfn.send(new ListExecutionsCommand({ stateMachineArn, nextToken }));
    found.push(...(page.executions ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  const seen = await Promise.all(found.map(({ executionArn = '' }) => seenExecution(running, executionArn)));
  return new Map(seen.map((execution) => [execution.name, execution]));
}

async function seenExecution({ clients }: RunningAws, executionArn: string): Promise<SeenExecution> {
  const {
    name = '',
    status = '',
    error,
  } = await clients.sfn.send(new DescribeExecutionCommand({ executionArn }));
  const { events = [] } = await clients.sfn.send(
    new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
  );
  const states = events.flatMap(({ stateEnteredEventDetails: entered }) => entered?.name ?? []);
  const timeouts = events.flatMap(({ taskTimedOutEventDetails: passed }) => passed?.error ?? []);
  return { arn: executionArn, name, status, error, states, timeouts };
}
