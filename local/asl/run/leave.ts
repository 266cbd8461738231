import type { Leaving, State } from '../definition.ts';
import { isJsonMap, type Json, type JsonMap } from '../json.ts';
import { assertPayload } from '../payload-limit.ts';
import { evaluateField, record, type Entry } from './run.ts';

export interface Departure {
  readonly type: State['Type'];
  readonly leaving: Leaving;
  /** The state's output when there is no `Output` field. */
  readonly unchanged: Json;
  /** What `$states` offers on the way out: `result` or `errorOutput`. */
  readonly offers?: JsonMap;
}

/**
 * Ends a visit: output and assignments are both made from the values at entry, and only then do variables change.
 * @returns the state's output
 */
export async function leave(entry: Entry, departure: Departure): Promise<Json> {
  const { leaving, offers } = departure;
  const output =
    leaving.Output === undefined
      ? departure.unchanged
      : await evaluateField(entry, 'Output', leaving.Output, offers);
  const assigned =
    leaving.Assign === undefined ? {} : await evaluateField(entry, 'Assign', leaving.Assign, offers);
  assertPayload(output, `the output of state ${entry.name}`);
  if (isJsonMap(assigned) && leaving.Assign !== undefined) entry.run.variables.assign(assigned);
  record(entry.run, `${departure.type}StateExited`, { name: entry.name, output: JSON.stringify(output) });
  return output;
}
