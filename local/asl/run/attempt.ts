import type { FallibleState } from '../definition.ts';
import { toAslError, type AslError } from '../errors/asl-error.ts';
import { errorMatches } from '../errors/error-matching.ts';
import { Interruption } from '../errors/interruption.ts';
import { RetryBudget } from '../errors/retry-policy.ts';
import { isJsonMap, type Json } from '../json.ts';
import { sleepUntil } from './abortable.ts';
import { leave } from './leave.ts';
import type { Entry, Outcome } from './run.ts';

/** Runs the work of a Task, Parallel or Map under its Retry and Catch rules. */
export async function attempt(
  state: FallibleState,
  entry: Entry,
  work: (entry: Entry) => Promise<Json>,
): Promise<Outcome> {
  const budget = new RetryBudget(state.Retry);
  for (let retries = 0; ; retries += 1) {
    const visit = { ...entry, context: withRetryCount(entry.context, retries) };
    try {
      const result = await work(visit);
      const output = await leave(visit, {
        ...{ type: state.Type, leaving: state, unchanged: result },
        offers: { result },
      });
      return { next: state.Next, output };
    } catch (thrown) {
      const error = retryable(thrown, entry);
      const delay = budget.take(error.error, () => entry.run.ports.random());
      // What an execution fails of keeps its notes: a redrive goes on from them.
      if (delay === undefined) return await handle(state, visit, error);
      entry.progress.note({});
      await restBeforeRetry(entry, delay);
    }
  }
}

/** What was thrown, as an error that rules may match; an interruption passes straight through. */
function retryable(thrown: unknown, { run }: Entry): AslError {
  run.signal.throwIfAborted();
  if (thrown instanceof Interruption) throw thrown;
  return toAslError(thrown);
}

async function restBeforeRetry({ run }: Entry, delaySeconds: number): Promise<void> {
  const { activity, clock } = run.ports;
  await activity.rest(sleepUntil(clock, clock.now() + delaySeconds * 1000, run.signal));
  run.ports.transition();
}

async function handle(state: FallibleState, entry: Entry, error: AslError): Promise<Outcome> {
  const rules = state.Catch ?? [];
  const index = rules.findIndex((rule) => errorMatches(rule.ErrorEquals, error.error));
  const rule = rules[index];
  if (!rule) throw error;
  entry.run.ports.caught(entry.name, index);
  const errorOutput = { Error: error.error, Cause: error.causeText };
  const output = await leave(entry, {
    ...{ type: state.Type, leaving: rule, unchanged: errorOutput },
    offers: { errorOutput },
  });
  return { next: rule.Next, output };
}

function withRetryCount(context: Entry['context'], retries: number): Entry['context'] {
  return { ...context, State: { ...(isJsonMap(context.State) ? context.State : {}), RetryCount: retries } };
}
