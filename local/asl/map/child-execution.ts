import { randomUUID } from 'node:crypto';
import type { MapState } from '../definition.ts';
import { toAslError } from '../errors/asl-error.ts';
import { HistoryFull, Interruption } from '../errors/interruption.ts';
import { isJsonMap, type Json, type JsonMap } from '../json.ts';
import { assertPayload } from '../payload-limit.ts';
import { countingJournal } from '../run/journal.ts';
import { innerRun, type Entry } from '../run/run.ts';
import { walk } from '../run/walk.ts';
import { Variables } from '../variables.ts';
import type { ChildResult } from './map-runs.ts';

export interface ChildStart {
  readonly input: Json;
  /** `$states.context.Map`, which a batch does not have. */
  readonly mapContext?: JsonMap;
}

/** Runs one child to its end. It is an execution of its own: no outer variables, its own history limit. */
export async function runChild(
  state: MapState,
  entry: Entry,
  start: ChildStart,
  signal: AbortSignal,
): Promise<ChildResult> {
  const { clock } = entry.run.ports;
  const name = randomUUID();
  const arn = `${text(execution(entry).Id)}/${state.Label ?? entry.name}:${name}`;
  const began = clock.now();
  const about = { ExecutionArn: arn, Name: name, Input: JSON.stringify(start.input), StartDate: iso(began) };
  const stopped = () => ({ StopDate: iso(clock.now()) });
  try {
    const output = await walkChild(state, entry, { ...start, arn, name, began }, signal);
    return {
      output,
      details: { ...about, ...stopped(), Output: JSON.stringify(output), Status: 'SUCCEEDED' },
    };
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof Interruption && !(thrown instanceof HistoryFull)) throw thrown;
    const { error, causeText } = toAslError(thrown instanceof HistoryFull ? thrown.error : thrown);
    return { details: { ...about, ...stopped(), Error: error, Cause: causeText, Status: 'FAILED' } };
  }
}

async function walkChild(
  state: MapState,
  entry: Entry,
  child: ChildStart & { readonly arn: string; readonly name: string; readonly began: number },
  signal: AbortSignal,
): Promise<Json> {
  assertPayload(child.input, `the input of a child of state ${entry.name}`);
  const own = { Id: child.arn, Name: child.name, Input: child.input, StartTime: iso(child.began) };
  const { Map: _outer, ...outer } = entry.run.context;
  const run = innerRun(entry.run, {
    signal,
    variables: new Variables(),
    journal: countingJournal(),
    trail: { last: 0 },
    context: {
      ...outer,
      Execution: { ...execution(entry), ...own },
      ...(child.mapContext === undefined ? {} : { Map: child.mapContext }),
    },
  });
  return walk(state.ItemProcessor, run, { state: state.ItemProcessor.StartAt, input: child.input });
}

function execution(entry: Entry): JsonMap {
  return isJsonMap(entry.context.Execution) ? entry.context.Execution : {};
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
