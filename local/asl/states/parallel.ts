import type { ParallelState } from '../definition.ts';
import type { Json } from '../json.ts';
import { assertPayload } from '../payload-limit.ts';
import { attempt } from '../run/attempt.ts';
import { evaluateField, innerRun, record, type Entry, type Outcome } from '../run/run.ts';
import { together } from '../run/together.ts';
import { walk } from '../run/walk.ts';

/** Runs every branch at once, each with its own variables; after a restart all of them start again. */
export function runParallel(state: ParallelState, entry: Entry): Promise<Outcome> {
  return attempt(state, entry, (visit) => runBranches(state, visit));
}

async function runBranches(state: ParallelState, entry: Entry): Promise<Json> {
  const { run } = entry;
  const input =
    state.Arguments === undefined ? entry.input : await evaluateField(entry, 'Arguments', state.Arguments);
  assertPayload(input, `the Arguments of state ${entry.name}`);
  record(run, 'ParallelStateStarted');
  try {
    const count = state.Branches.length;
    const outputs = await together(run, { count, limit: count }, async (index, signal) => {
      const branch = state.Branches[index];
      if (!branch) return null;
      const inner = innerRun(run, { signal, variables: run.variables.inner() });
      return walk(branch, inner, { state: branch.StartAt, input });
    });
    assertPayload(outputs, `the result of state ${entry.name}`);
    record(run, 'ParallelStateSucceeded');
    return outputs;
  } catch (error) {
    if (!run.signal.aborted) record(run, 'ParallelStateFailed');
    throw error;
  }
}
