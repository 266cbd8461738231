import type { Json, JsonMap } from '../../asl/json.ts';
import type { RunPorts } from '../../asl/run/ports.ts';
import { accessKeyOf, machineNameOf } from './arns.ts';
import type { ExecutionTools } from './run-execution.ts';
import { mapRunsOf } from './map-runs-of.ts';
import type { Execution, ExecutionStore } from './store/execution-store.ts';

type Redrives = ReturnType<ExecutionStore['redrives']>;

/** What the states of an execution see of the service: everything is done and billed as the machine's role. */
export function portsFor(execution: Execution, tools: ExecutionTools, signal: AbortSignal): RunPorts {
  const { surroundings, coverage, activity } = tools;
  const machine = machineNameOf(execution.machineArn);
  const role = accessKeyOf(execution.roleArn);
  return {
    ...{ activity, clock: surroundings.clock, random: tools.jitter(execution.name) },
    tokens: tools.tokens.tokensOf(execution, signal),
    objects: tools.integrations.objectsFor(role),
    mapRuns: mapRunsOf(execution, tools),
    call: (call) =>
      tools.integrations.call({ ...call, role, execution, activity, finished: (arn) => tools.finished(arn) }),
    transition: () => {
      surroundings.meter.record('states.transition', 1, role);
    },
    reached: (state) => {
      coverage.reach(machine, state);
    },
    caught: (state, index) => {
      coverage.catchTaken(machine, state, index);
    },
  };
}

/** `$states.context` as far as it is the same in every state. */
export function contextOf(execution: Execution, redrives: Redrives): JsonMap {
  const { count, lastAt } = redrives;
  return {
    Execution: {
      Id: execution.arn,
      Input: JSON.parse(execution.input) as Json,
      Name: execution.name,
      RoleArn: execution.roleArn,
      StartTime: new Date(execution.startedAt).toISOString(),
      RedriveCount: count,
      ...(lastAt === null ? {} : { RedriveTime: new Date(lastAt).toISOString() }),
    },
    StateMachine: { Id: execution.machineArn, Name: machineNameOf(execution.machineArn) },
  };
}
