import type { Flow, State } from '../definition.ts';
import { AslError } from '../errors/asl-error.ts';
import type { Json } from '../json.ts';
import { runChoice } from '../states/choice.ts';
import { runFail } from '../states/fail.ts';
import { runMap } from '../states/map.ts';
import { runParallel } from '../states/parallel.ts';
import { runPass } from '../states/pass.ts';
import { runSucceed } from '../states/succeed.ts';
import { runTask } from '../states/task.ts';
import { runWait } from '../states/wait.ts';
import { forgetfulProgress, type Progress } from './progress.ts';
import { record, type Entry, type Outcome, type Run } from './run.ts';

export interface Standing {
  readonly state: string;
  readonly input: Json;
  /** Set when a process before had already entered the state. */
  readonly resumed?: {
    readonly enteredAt: number;
    readonly progress: Progress;
    readonly isRedriven: boolean;
  };
}

/** Runs a flow from its start, or from where an earlier process stood, to its end, and returns its output. */
export async function walk(flow: Flow, run: Run, from: Standing): Promise<Json> {
  for (let at = from; ;) {
    run.signal.throwIfAborted();
    const state = flow.States[at.state];
    if (!state) throw new AslError('States.Runtime', `there is no state '${at.state}' in this flow`);
    const { next, output } = await runState(state, enter(state, run, at));
    if (next === undefined) return output;
    at = { state: next, input: output };
  }
}

function enter(state: State, run: Run, { state: name, input, resumed }: Standing): Entry {
  const enteredAt = resumed?.enteredAt ?? run.ports.clock.now();
  const context = {
    ...run.context,
    State: { Name: name, EnteredTime: new Date(enteredAt).toISOString(), RetryCount: 0 },
  };
  run.ports.reached(name);
  if (resumed) {
    // A redrive counts as a transition, and the state that runs again as another (AWS Step Functions pricing).
    if (resumed.isRedriven) {
      run.ports.transition();
      run.ports.transition();
    }
    return { name, input, context, run, progress: resumed.progress };
  }
  run.ports.transition();
  record(run, `${state.Type}StateEntered`, { name, input: JSON.stringify(input) });
  const variables = run.variables.own();
  const progress = run.checkpoints?.enter({ state: name, input, variables }) ?? forgetfulProgress();
  return { name, input, context, run, progress };
}

async function runState(state: State, entry: Entry): Promise<Outcome> {
  switch (state.Type) {
    case 'Pass':
      return runPass(state, entry);
    case 'Choice':
      return runChoice(state, entry);
    case 'Wait':
      return runWait(state, entry);
    case 'Succeed':
      return runSucceed(state, entry);
    case 'Fail':
      return runFail(state, entry);
    case 'Task':
      return runTask(state, entry);
    case 'Parallel':
      return runParallel(state, entry);
    case 'Map':
      return runMap(state, entry);
  }
}
