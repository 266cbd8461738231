import { toAslError } from '../../asl/errors/asl-error.ts';
import { ExecutionStopped, ExecutionTimedOut, HistoryFull } from '../../asl/errors/interruption.ts';
import type { Json } from '../../asl/json.ts';
import type { HistoryEvent } from '../../asl/run/journal.ts';
import type { Ending } from './store/execution-store.ts';

/** How an execution ended, with the last event of its history. */
export type Result = Omit<Ending, 'stoppedAt'> & { readonly event: HistoryEvent };

export function succeeded(value: Json): Result {
  const output = JSON.stringify(value);
  const event = { type: 'ExecutionSucceeded', details: { output } };
  return { status: 'SUCCEEDED', output, error: null, cause: null, event };
}

export function failed(thrown: unknown): Result {
  const ending = (
    status: Ending['status'],
    type: string,
    error: string | null,
    cause: string | null,
  ): Result => {
    const details = { ...(error === null ? {} : { error }), ...(cause === null ? {} : { cause }) };
    return { status, output: null, error, cause, event: { type, details } };
  };
  if (thrown instanceof ExecutionTimedOut)
    return ending('TIMED_OUT', 'ExecutionTimedOut', 'States.Timeout', null);
  if (thrown instanceof ExecutionStopped) {
    return ending('ABORTED', 'ExecutionAborted', thrown.error ?? null, thrown.causeText ?? null);
  }
  const { error, causeText } = toAslError(thrown instanceof HistoryFull ? thrown.error : thrown);
  // A Fail state may name neither.
  return ending(
    'FAILED',
    'ExecutionFailed',
    error === '' ? null : error,
    causeText === '' ? null : causeText,
  );
}
