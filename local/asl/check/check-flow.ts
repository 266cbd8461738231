import { isJsonMap, type Json, type JsonMap } from '../json.ts';
import { checkState } from './check-state.ts';
import type { Faults } from './faults.ts';
import { successors } from './successors.ts';

export interface CheckScope {
  readonly faults: Faults;
  /** Names seen so far: they are unique over the whole machine, inner flows included. */
  readonly names: Set<string>;
}

/** Checks the states of one flow, each by itself and then how they hang together. */
export function checkFlow(flow: JsonMap, place: string, scope: CheckScope): void {
  const { faults, names } = scope;
  if (!isJsonMap(flow.States) || Object.keys(flow.States).length === 0) {
    faults.add(place, 'States must be an object with at least one state');
    return;
  }
  const states = new Map<string, JsonMap>();
  for (const [name, state] of Object.entries(flow.States)) {
    if (names.has(name)) faults.add(`state ${name}`, 'the name is used twice in this machine');
    names.add(name);
    if (isJsonMap(state)) states.set(name, state);
    else faults.add(`state ${name}`, 'expected an object');
  }
  for (const [name, state] of states) checkState(name, state, scope);
  checkReach(flow.StartAt, states, place, faults);
}

function checkReach(
  start: Json | undefined,
  states: ReadonlyMap<string, JsonMap>,
  place: string,
  faults: Faults,
) {
  if (typeof start !== 'string' || !states.has(start)) {
    faults.add(place, `StartAt must name a state; found ${JSON.stringify(start ?? null)}`);
    return;
  }
  const reached = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = states.get(name);
    if (!state || reached.has(name)) continue;
    reached.add(name);
    open.push(...successors(state).map(({ next }) => next));
  }
  for (const [name, state] of states) {
    if (!reached.has(name)) faults.add(`state ${name}`, `cannot be reached from ${start}`);
    for (const { field, next } of successors(state)) {
      if (!states.has(next)) faults.add(`state ${name}`, `${field} leads to '${next}', which does not exist`);
    }
  }
}
