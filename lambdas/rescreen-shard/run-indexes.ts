import type { RunStore } from '../../adapters/owner-book/run-store.ts';
import type { IndexStore } from '../../adapters/lists/index-store.ts';
import type { RescreeningIndexes } from '../../domain/rescreening/screen-owner.ts';
import type { RescreeningPlan } from '../../domain/rescreening/rescreening-plan.ts';
import type { Screener } from '../../domain/screening/screening.ts';

export interface IndexSources {
  readonly indexes: Pick<IndexStore, 'get'>;
  readonly runs: Pick<RunStore, 'touched'>;
  readonly open: (index: Uint8Array, threshold: number) => Screener;
}

/** Opens the indexes of a run; `isFullNeeded` spares the large one where every owner has an earlier result. */
export type RunIndexes = (plan: RescreeningPlan, isFullNeeded: boolean) => Promise<RescreeningIndexes>;

/** Keeps what it has opened: a function works on many shards of one run, one after the other. */
export function runIndexes({ indexes, runs, open }: IndexSources): RunIndexes {
  const opened = new Map<string, Promise<Screener>>();
  let touched: { readonly runId: string; readonly keys: Promise<ReadonlySet<string>> } | null = null;
  const screener = (digest: string, threshold: number): Promise<Screener> => {
    const key = `${digest} ${threshold}`;
    const held = opened.get(key) ?? indexes.get(digest).then((bytes) => open(bytes, threshold));
    opened.set(key, held);
    // An index that could not be read now may be there at the next attempt.
    held.catch(() => opened.delete(key));
    return held;
  };
  return async ({ runId, basis, base }, isFullNeeded) => {
    if (touched?.runId !== runId) {
      opened.clear();
      touched = { runId, keys: runs.touched(runId) };
    }
    const keys = touched.keys;
    keys.catch(() => {
      touched = null;
    });
    const { threshold } = basis;
    const delta = base?.deltaIndexDigest;
    return {
      full: isFullNeeded ? await screener(basis.indexDigest, threshold) : notOpened,
      delta: delta ? await screener(delta, threshold) : null,
      touched: await keys,
    };
  };
}

const notOpened = {
  screen: (): never => {
    throw new Error('the full index was not opened for this shard');
  },
};
