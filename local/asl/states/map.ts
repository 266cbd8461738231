import type { MapState } from '../definition.ts';
import type { Json } from '../json.ts';
import { runDistributed } from '../map/distributed-map.ts';
import { itemsOf } from '../map/items.ts';
import { assertPayload } from '../payload-limit.ts';
import { attempt } from '../run/attempt.ts';
import { evaluateNumber, innerRun, record, type Entry, type Outcome } from '../run/run.ts';
import { together } from '../run/together.ts';
import { walk } from '../run/walk.ts';

// "Map state in Inline mode": up to 40 concurrent iterations, also when MaxConcurrency is 0 or left out.
const inlineConcurrency = 40;

/** Runs the processor once per item; after a restart all items start again. */
export function runMap(state: MapState, entry: Entry): Promise<Outcome> {
  const isDistributed = state.ItemProcessor.ProcessorConfig?.Mode === 'DISTRIBUTED';
  return attempt(state, entry, (visit) =>
    isDistributed ? runDistributed(state, visit) : runInline(state, visit),
  );
}

async function runInline(state: MapState, entry: Entry): Promise<Json> {
  const { run, name } = entry;
  const items = await itemsOf(state, entry);
  const asked = await evaluateNumber(entry, 'MaxConcurrency', state.MaxConcurrency);
  record(run, 'MapStateStarted', { length: items.length });
  const work = { count: items.length, limit: asked === undefined || asked === 0 ? inlineConcurrency : asked };
  try {
    const outputs = await together(run, work, async (index, signal) => {
      const item = items[index];
      if (!item) return null;
      const context = { ...run.context, Map: item.context };
      const iteration = innerRun(run, { signal, variables: run.variables.inner(), context });
      record(iteration, 'MapIterationStarted', { name, index });
      const output = await walk(state.ItemProcessor, iteration, {
        state: state.ItemProcessor.StartAt,
        input: item.input,
      });
      record(iteration, 'MapIterationSucceeded', { name, index });
      return output;
    });
    assertPayload(outputs, `the result of state ${name}`);
    record(run, 'MapStateSucceeded');
    return outputs;
  } catch (error) {
    if (!run.signal.aborted) record(run, 'MapStateFailed');
    throw error;
  }
}
