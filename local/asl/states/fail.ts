import type { FailState } from '../definition.ts';
import { AslError } from '../errors/asl-error.ts';
import { evaluateField, type Entry, type Outcome } from '../run/run.ts';

/** Always throws: the error it names, or, when `Error` or `Cause` cannot be evaluated, that failure. */
export async function runFail(state: FailState, entry: Entry): Promise<Outcome> {
  const error = await evaluateField(entry, 'Error', state.Error ?? '');
  const cause = await evaluateField(entry, 'Cause', state.Cause ?? '');
  if (typeof error === 'string' && typeof cause === 'string') throw new AslError(error, cause);
  throw new AslError(
    'States.QueryEvaluationError',
    `state ${entry.name}: Error and Cause must be strings; found ${JSON.stringify([error, cause])}`,
  );
}
