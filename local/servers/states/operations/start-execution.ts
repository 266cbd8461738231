import { randomUUID } from 'node:crypto';
import type { Surroundings } from '../../../surroundings.ts';
import type { JsonObject } from '../../json-protocol.ts';
import { ServiceError } from '../../service-error.ts';
import { executionArn } from '../arns.ts';
import type { Execution, ExecutionStore } from '../store/execution-store.ts';
import type { MachineStore } from '../store/machine-store.ts';
import type { Supervisor } from '../supervisor.ts';
import { checkJson, checkName, optionalText, requiredText, seconds } from './inputs.ts';
import { findMachine } from './machine-operations.ts';

export interface StartTools {
  readonly surroundings: Surroundings;
  readonly machines: MachineStore;
  readonly executions: ExecutionStore;
  readonly supervisor: Supervisor;
}

/** A name may be used again this long after its execution has ended (API reference, StartExecution). */
const nameKeptMs = 90 * 24 * 60 * 60 * 1000;

/**
 * Starts an execution, or returns the running one of the same name and input.
 * @throws ServiceError ExecutionAlreadyExists, InvalidExecutionInput, InvalidName, StateMachineDoesNotExist
 */
export function startExecution(tools: StartTools, input: JsonObject, caller: string): unknown {
  const { surroundings, machines, executions, supervisor } = tools;
  const stateMachineArn = requiredText(input, 'stateMachineArn');
  surroundings.access.demand(caller, 'states:StartExecution', stateMachineArn);
  const machine = findMachine(machines, stateMachineArn);
  const name = checkName(optionalText(input, 'name') ?? randomUUID());
  const text = checkJson(optionalText(input, 'input') ?? '{}', 'input', 'InvalidExecutionInput');
  const arn = executionArn(machine.arn, name);
  const now = surroundings.clock.now();
  const existing = executions.find(arn);
  if (existing && !isForgotten(existing, now)) return answer(sameOrRefused(existing, text));
  if (existing) executions.remove(arn);
  const { roleArn, digest } = machine;
  const added = executions.add({
    ...{ arn, name, roleArn, digest, machineArn: machine.arn, input: text, startedAt: now },
  });
  supervisor.launch(added);
  return answer(added);
}

function isForgotten({ stoppedAt }: Execution, now: number): boolean {
  return stoppedAt !== null && now - stoppedAt >= nameKeptMs;
}

function sameOrRefused(existing: Execution, input: string): Execution {
  if (existing.status === 'RUNNING' && compact(existing.input) === compact(input)) return existing;
  throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${existing.arn}'`);
}

function compact(json: string): string {
  return JSON.stringify(JSON.parse(json));
}

function answer({ arn, startedAt }: Execution): unknown {
  return { executionArn: arn, startDate: seconds(startedAt) };
}
