import { randomUUID } from 'node:crypto';
import type { MapState } from '../definition.ts';
import type { Json } from '../json.ts';
import { assertPayload } from '../payload-limit.ts';
import { evaluateNumber, record, type Entry } from '../run/run.ts';
import { together } from '../run/together.ts';
import { execution, runChild, text, type ChildResult, type ChildStart } from './child-execution.ts';
import { FailureTolerance } from './failure-tolerance.ts';
import { batchItems } from './item-batcher.ts';
import { itemsOf } from './items.ts';
import { writeResults } from './result-writer.ts';

// AWS runs up to 10,000 children at once; one process gains nothing beyond this.
const localConcurrency = 1000;

interface PlannedChild extends ChildStart {
  readonly itemCount: number;
}

/** A Map in Distributed mode: one child execution per item or batch. After a restart all children start again. */
export async function runDistributed(state: MapState, entry: Entry): Promise<Json> {
  const children = await plan(state, entry);
  const total = children.reduce((sum, child) => sum + child.itemCount, 0);
  const tolerance = await FailureTolerance.of(state, entry, total);
  const asked = await evaluateNumber(entry, 'MaxConcurrency', state.MaxConcurrency);
  const limit = asked === undefined || asked === 0 ? localConcurrency : asked;
  const id = randomUUID();
  const machine = text(execution(entry).Id).replace(':execution:', ':mapRun:');
  const mapRunArn = `${machine}/${state.Label ?? entry.name}:${id}`;
  record(entry.run, 'MapRunStarted', { mapRunArn });
  const finished: ChildResult[] = [];
  const runAll = together(entry.run, { count: children.length, limit }, async (index, signal) => {
    const child = children[index];
    if (!child) return;
    const result = await runChild(state, entry, child, signal);
    finished[index] = result;
    if (result.details.Status === 'FAILED') tolerance.add(child.itemCount);
  });
  return conclude(state, entry, { id, mapRunArn, finished, runAll });
}

async function plan(state: MapState, entry: Entry): Promise<readonly PlannedChild[]> {
  const items = await itemsOf(state, entry);
  if (!state.ItemBatcher) {
    return items.map(({ input, context }) => ({ input, mapContext: context, itemCount: 1 }));
  }
  return batchItems(
    state.ItemBatcher,
    items.map(({ input }) => input),
    entry,
  );
}

interface MapRun {
  readonly id: string;
  readonly mapRunArn: string;
  /** By child; holes for those that never ran. */
  readonly finished: readonly ChildResult[];
  readonly runAll: Promise<unknown>;
}

/** The result files are written also when the Map fails, so that the failed children can be looked at. */
async function conclude(state: MapState, entry: Entry, mapRun: MapRun): Promise<Json> {
  const failure = await mapRun.runAll.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  entry.run.signal.throwIfAborted();
  const results = mapRun.finished.filter((result) => (result as ChildResult | undefined) !== undefined);
  const written = state.ResultWriter
    ? await writeResults(state.ResultWriter, entry, { ...mapRun, results })
    : undefined;
  record(entry.run, failure ? 'MapRunFailed' : 'MapRunSucceeded');
  if (failure) throw failure.error;
  if (written !== undefined) return written;
  const outputs = results.flatMap(({ output }) => (output === undefined ? [] : [output]));
  assertPayload(outputs, `the result of state ${entry.name}; use a ResultWriter for more`);
  return outputs;
}
