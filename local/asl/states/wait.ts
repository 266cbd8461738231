import type { WaitState } from '../definition.ts';
import { AslError } from '../errors/asl-error.ts';
import { sleepUntil } from '../run/abortable.ts';
import { leave } from '../run/leave.ts';
import { evaluateField, evaluateNumber, type Entry, type Outcome } from '../run/run.ts';

/** Waits until an absolute time, which a restart does not move. */
export async function runWait(state: WaitState, entry: Entry): Promise<Outcome> {
  const { clock, activity } = entry.run.ports;
  const waitUntil = entry.progress.noted().waitUntil ?? (await endOfWait(state, entry));
  entry.progress.note({ waitUntil });
  await activity.rest(sleepUntil(clock, waitUntil, entry.run.signal));
  const output = await leave(entry, { type: 'Wait', leaving: state, unchanged: entry.input });
  return { next: state.Next, output };
}

async function endOfWait(state: WaitState, entry: Entry): Promise<number> {
  const seconds = await evaluateNumber(entry, 'Seconds', state.Seconds);
  if (seconds !== undefined) return entry.run.ports.clock.now() + seconds * 1000;
  const timestamp = await evaluateField(entry, 'Timestamp', state.Timestamp ?? null);
  const time = typeof timestamp === 'string' ? Date.parse(timestamp) : NaN;
  if (!Number.isNaN(time)) return time;
  throw new AslError(
    'States.QueryEvaluationError',
    `state ${entry.name}: Timestamp must be an ISO 8601 time; found ${JSON.stringify(timestamp)}`,
  );
}
