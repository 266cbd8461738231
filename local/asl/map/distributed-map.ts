import type { MapState } from '../definition.ts';
import type { Json } from '../json.ts';
import { assertPayload } from '../payload-limit.ts';
import { evaluateNumber, record, type Entry } from '../run/run.ts';
import { together } from '../run/together.ts';
import { runChild, type ChildStart } from './child-execution.ts';
import { FailureTolerance } from './failure-tolerance.ts';
import { batchItems } from './item-batcher.ts';
import { itemsOf } from './items.ts';
import type { ChildResult, MapRun, MapRunStart } from './map-runs.ts';
import { writeResults } from './result-writer.ts';

// AWS runs up to 10,000 children at once; one process gains nothing beyond this.
const localConcurrency = 1000;

interface PlannedChild extends ChildStart {
  readonly itemCount: number;
}

/**
 * A Map in Distributed mode: one child execution per item or batch. Children that came to their end stay at their end
 * when the process starts again, and those that succeeded also when the execution is redriven.
 */
export async function runDistributed(state: MapState, entry: Entry): Promise<Json> {
  const children = await plan(state, entry);
  const total = children.reduce((sum, child) => sum + child.itemCount, 0);
  const tolerance = await FailureTolerance.of(state, entry, total);
  const asked = await evaluateNumber(entry, 'MaxConcurrency', state.MaxConcurrency);
  const limit = asked === undefined || asked === 0 ? localConcurrency : asked;
  const label = state.Label ?? entry.name;
  const run = openRun(entry, { label, children: children.length, items: total, maxConcurrency: asked ?? 0 });
  const finished: ChildResult[] = [];
  const runAll = together(entry.run, { count: children.length, limit }, async (index, signal) => {
    const child = children[index];
    if (!child) return;
    const known = run.finished.get(index);
    const result = known ?? (await runChild(state, entry, child, signal));
    finished[index] = result;
    if (!known) run.keep(index, child.itemCount, result);
    if (result.details.Status === 'FAILED') tolerance.add(child.itemCount);
  });
  return conclude(state, entry, { run, finished, runAll });
}

function openRun({ progress, run }: Entry, start: MapRunStart): MapRun {
  const { mapRun: begun } = progress.noted();
  const opened = begun === undefined ? run.ports.mapRuns.start(start) : run.ports.mapRuns.resume(begun);
  progress.note({ mapRun: opened.arn });
  const { arn: mapRunArn, redriveCount } = opened;
  if (redriveCount === 0) record(run, 'MapRunStarted', { mapRunArn });
  else record(run, 'MapRunRedriven', { mapRunArn, redriveCount });
  return opened;
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

interface RunningMap {
  readonly run: MapRun;
  /** By child; holes for those that never ran. */
  readonly finished: readonly ChildResult[];
  readonly runAll: Promise<unknown>;
}

/** The result files are written also when the Map fails, so that the failed children can be looked at. */
async function conclude(state: MapState, entry: Entry, { run, finished, runAll }: RunningMap): Promise<Json> {
  const failure = await runAll.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  entry.run.signal.throwIfAborted();
  const results = finished.filter((result) => (result as ChildResult | undefined) !== undefined);
  const written = state.ResultWriter
    ? await writeResults(state.ResultWriter, entry, { id: run.id, mapRunArn: run.arn, results })
    : undefined;
  run.end(failure ? 'FAILED' : 'SUCCEEDED');
  record(entry.run, failure ? 'MapRunFailed' : 'MapRunSucceeded');
  if (failure) throw failure.error;
  if (written !== undefined) return written;
  const outputs = results.flatMap(({ output }) => (output === undefined ? [] : [output]));
  assertPayload(outputs, `the result of state ${entry.name}; use a ResultWriter for more`);
  return outputs;
}
