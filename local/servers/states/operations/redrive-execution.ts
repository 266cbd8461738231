import type { Surroundings } from '../../../surroundings.ts';
import type { JsonOperation } from '../../json-protocol.ts';
import { ServiceError } from '../../service-error.ts';
import type { CheckpointStore } from '../store/checkpoint-store.ts';
import type { Execution, ExecutionStore } from '../store/execution-store.ts';
import type { MapRunStore } from '../store/map-run-store.ts';
import type { Supervisor } from '../supervisor.ts';
import { requiredText, seconds } from './inputs.ts';

interface RedriveTools {
  readonly surroundings: Surroundings;
  readonly executions: ExecutionStore;
  readonly checkpoints: CheckpointStore;
  readonly mapRuns: MapRunStore;
  readonly supervisor: Supervisor;
}

// "…that didn't complete successfully in the last 14 days" (API reference, RedriveExecution).
const redrivableMs = 14 * 24 * 60 * 60 * 1000;

/**
 * RedriveExecution: goes on at the state that failed, with its input. Children of a distributed Map that succeeded
 * stay as they are. A state whose Catch took the error was left, so a redrive does not come back to it.
 */
export function redriveOperation(tools: RedriveTools): Record<string, JsonOperation> {
  return {
    RedriveExecution: (input, caller) => {
      const arn = requiredText(input, 'executionArn');
      tools.surroundings.access.demand(caller, 'states:RedriveExecution', arn);
      const execution = tools.executions.find(arn);
      if (!execution) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
      return redrive(tools, execution);
    },
  };
}

function redrive({ surroundings, supervisor, ...stores }: RedriveTools, execution: Execution): unknown {
  const { arn } = execution;
  const now = surroundings.clock.now();
  const obstacle = obstacleTo(execution, now);
  const checkpoint = stores.checkpoints.find(arn);
  if (obstacle !== null || !checkpoint) {
    throw new ServiceError(
      'ExecutionNotRedrivable',
      `Execution '${arn}' is not redrivable: ${obstacle ?? 'no state of it was entered'}`,
    );
  }
  stores.executions.redrive(arn, now);
  stores.checkpoints.redrive(arn, checkpoint.note);
  if (checkpoint.note.mapRun !== undefined) stores.mapRuns.redrive(checkpoint.note.mapRun);
  const again = stores.executions.find(arn);
  if (again) supervisor.launch(again);
  return { redriveDate: seconds(now) };
}

/** Why an execution cannot be redriven, or null when it can. */
export function obstacleTo({ status, stoppedAt }: Execution, now: number): string | null {
  if (status === 'RUNNING' || status === 'SUCCEEDED') return `it is ${status}`;
  return now - (stoppedAt ?? now) > redrivableMs ? 'it ended more than 14 days ago' : null;
}
