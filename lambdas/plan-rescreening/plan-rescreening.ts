import { z } from 'zod';
import type { IndexStore } from '../../adapters/lists/index-store.ts';
import type { RunStore } from '../../adapters/owner-book/run-store.ts';
import type { RescreeningRecord, RescreeningStore } from '../../adapters/records/rescreening-store.ts';
import { shardsOf } from '../../domain/rescreening/owner-shard.ts';
import { NoListInUseError } from '../../domain/rescreening/rescreening-errors.ts';
import { planRun, type RescreeningPlan } from '../../domain/rescreening/rescreening-plan.ts';
import { entryKey, touchedEntries } from '../../domain/rescreening/touched-entries.ts';
import { note } from '../runtime/observability.ts';
import type { Policies } from '../runtime/policies.ts';
import type { CompileEntries, ListsInUse } from './lists-in-use.ts';

const Input = z.strictObject({
  runId: z.string(),
  startedAt: z.iso.datetime(),
  /** True when a person wants everything looked at. */
  full: z.boolean(),
});

export interface Dependencies {
  readonly runs: RunStore;
  readonly rescreenings: Pick<RescreeningStore, 'last'>;
  readonly indexes: IndexStore;
  readonly lists: ListsInUse;
  readonly compile: CompileEntries;
  /** Of the matcher in this bundle. */
  readonly matcherVersion: string;
  readonly countOwners: () => Promise<number>;
  readonly policy: Pick<Policies['provider'], 'matcher' | 'rescreening'>;
}

export interface PlannedRescreening {
  readonly plan: RescreeningPlan;
  /** Key of the object the Distributed Map reads its items from. */
  readonly items: string;
}

/** Plans a run: which lists, which matcher, everything or only what changed, and which shards. A run is planned once. */
export const planRescreening =
  (deps: Dependencies) =>
  async (input: unknown): Promise<PlannedRescreening> => {
    const { runId, startedAt, full } = Input.parse(input);
    const items = deps.runs.itemsKey(runId);
    const planned = await deps.runs.plan(runId);
    if (planned) return { plan: planned, items };
    const last = await deps.rescreenings.last();
    const lists = await listsFor(deps, last);
    const basis = {
      ...{ listDigest: lists.listDigest, indexDigest: lists.indexDigest },
      ...{ matcherVersion: deps.matcherVersion, threshold: deps.policy.matcher.threshold },
    };
    const chosen = planRun({
      ...{ runId, startedAt: new Date(startedAt), basis, last, isFullAsked: full },
      fullEveryDays: deps.policy.rescreening.fullEveryDays,
      owners: last?.owners ?? (await deps.countOwners()),
    });
    const isDelta = chosen.mode === 'delta' && lists.touched !== null;
    const plan: RescreeningPlan = {
      ...{ runId, startedAt, basis, ...chosen },
      ...(isDelta || chosen.mode === 'full' ? {} : ({ mode: 'full', because: 'baseMissing' } as const)),
      base: isDelta && last ? { runId: last.runId, deltaIndexDigest: lists.deltaIndexDigest } : null,
    };
    const counted = await deps.runs.put(plan, shardsOf(plan.digits), lists.touched ?? []);
    const { mode, because, digits } = counted;
    note('RESCREENING_PLANNED', { runId, mode, because, shards: 16 ** digits });
    return { plan: counted, items };
  };

interface CompiledLists {
  readonly listDigest: string;
  readonly indexDigest: string;
  /** Null where nothing changed, or what changed is not known. */
  readonly deltaIndexDigest: string | null;
  /** Keys of entries that changed since the last run; null when that cannot be told. */
  readonly touched: readonly string[] | null;
}

/** The compiled lists; those of the last run where neither they nor the matcher have changed. */
async function listsFor(deps: Dependencies, last: RescreeningRecord | null): Promise<CompiledLists> {
  const listDigest = await deps.lists.digest();
  if (listDigest === null)
    throw new NoListInUseError('no list was accepted yet; publish one (kyc lists publish)');
  const isSameMatcher = last?.basis.matcherVersion === deps.matcherVersion;
  if (last && isSameMatcher && last.basis.listDigest === listDigest) {
    return { listDigest, indexDigest: last.basis.indexDigest, deltaIndexDigest: null, touched: [] };
  }
  const lists = await deps.lists.read();
  const before = last ? await deps.indexes.entries(last.basis.listDigest) : null;
  const { changed, removed } = before ? touchedEntries(before, lists.entries) : { changed: [], removed: [] };
  const index = await deps.indexes.put(deps.compile(lists.entries, lists));
  await deps.indexes.putEntries(lists.listDigest, lists.entries);
  const hasDelta = isSameMatcher && changed.length > 0;
  return {
    listDigest: lists.listDigest,
    indexDigest: index,
    deltaIndexDigest: hasDelta ? await deps.indexes.put(deps.compile(changed, lists)) : null,
    touched: before ? [...changed.map(entryKey), ...removed] : null,
  };
}
