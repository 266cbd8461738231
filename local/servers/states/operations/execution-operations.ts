import type { JsonObject, JsonOperation } from '../../json-protocol.ts';
import { ServiceError } from '../../service-error.ts';
import { machineNameOf } from '../arns.ts';
import type { Execution } from '../store/execution-store.ts';
import type { HistoryStore } from '../store/history-store.ts';
import { historyOperation } from './history-operation.ts';
import { optionalText, pagingOf, requiredText, seconds } from './inputs.ts';
import { findMachine } from './machine-operations.ts';
import { obstacleTo } from './redrive-execution.ts';
import { startExecution, type StartTools } from './start-execution.ts';

export interface ExecutionTools extends StartTools {
  readonly history: HistoryStore;
}

export function executionOperations(tools: ExecutionTools): Record<string, JsonOperation> {
  const permitted = (input: JsonObject, caller: string, action: string): Execution => {
    const arn = requiredText(input, 'executionArn');
    tools.surroundings.access.demand(caller, `states:${action}`, arn);
    const execution = tools.executions.find(arn);
    if (execution) return execution;
    throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  };
  return {
    StartExecution: (input, caller) => startExecution(tools, input, caller),
    DescribeExecution: (input, caller) => {
      const execution = permitted(input, caller, 'DescribeExecution');
      return { ...describe(execution), ...redriven(tools, execution) };
    },
    DescribeStateMachineForExecution: (input, caller) => {
      const execution = permitted(input, caller, 'DescribeStateMachineForExecution');
      const { machineArn, roleArn, digest, startedAt } = execution;
      const definition = tools.machines.textOf(digest);
      const about = { stateMachineArn: machineArn, name: machineNameOf(machineArn), roleArn, definition };
      return { ...about, updateDate: seconds(startedAt) };
    },
    ListExecutions: (input, caller) => list(tools, input, caller),
    GetExecutionHistory: (input, caller) =>
      historyOperation(tools.history, permitted(input, caller, 'GetExecutionHistory'), input),
    StopExecution: async (input, caller) => {
      const execution = permitted(input, caller, 'StopExecution');
      if (execution.status === 'RUNNING') {
        await tools.supervisor.stop(execution, optionalText(input, 'error'), optionalText(input, 'cause'));
      }
      const stoppedAt = tools.executions.find(execution.arn)?.stoppedAt ?? tools.surroundings.clock.now();
      return { stopDate: seconds(stoppedAt) };
    },
  };
}

function redriven({ executions, surroundings }: ExecutionTools, execution: Execution): object {
  const { count, lastAt } = executions.redrives(execution.arn);
  const obstacle = obstacleTo(execution, surroundings.clock.now());
  return {
    redriveCount: count,
    ...(lastAt === null ? {} : { redriveDate: seconds(lastAt) }),
    redriveStatus: obstacle === null ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    ...(obstacle === null ? {} : { redriveStatusReason: obstacle }),
  };
}

function describe(execution: Execution): object {
  const { input, output, error, cause } = execution;
  return {
    ...summary(execution),
    ...{ input, inputDetails: { included: true } },
    ...(output === null ? {} : { output, outputDetails: { included: true } }),
    ...(error === null ? {} : { error }),
    ...(cause === null ? {} : { cause }),
  };
}

function summary({ arn, machineArn, name, status, startedAt, stoppedAt }: Execution): object {
  return {
    ...{ executionArn: arn, stateMachineArn: machineArn, name, status, startDate: seconds(startedAt) },
    ...(stoppedAt === null ? {} : { stopDate: seconds(stoppedAt) }),
  };
}

function list(tools: ExecutionTools, input: JsonObject, caller: string): unknown {
  const machineArn = requiredText(input, 'stateMachineArn');
  tools.surroundings.access.demand(caller, 'states:ListExecutions', machineArn);
  findMachine(tools.machines, machineArn);
  const { limit, after = Number.MAX_SAFE_INTEGER } = pagingOf(input);
  const status = optionalText(input, 'statusFilter');
  const found = tools.executions.page({ machineArn, status, before: after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const more = found.length > limit && last ? { nextToken: String(last.number) } : {};
  return { executions: page.map((execution) => summary(execution)), ...more };
}
