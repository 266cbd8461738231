import { z } from 'zod';
import type { RunStore } from '../../adapters/owner-book/run-store.ts';
import type { RescreeningRecord, RescreeningStore } from '../../adapters/records/rescreening-store.ts';
import { shardsOf } from '../../domain/rescreening/owner-shard.ts';
import { planRun, type RescreeningPlan } from '../../domain/rescreening/rescreening-plan.ts';
import { note } from '../runtime/observability.ts';
import type { Policies } from '../runtime/policies.ts';
import { listsToSearch, type ListDependencies } from './lists-to-search.ts';

const Input = z.strictObject({
  runId: z.string(),
  startedAt: z.iso.datetime(),
  /** True when a person wants everything looked at. */
  full: z.boolean(),
});

export interface Dependencies extends ListDependencies {
  readonly runs: RunStore;
  readonly rescreenings: Pick<RescreeningStore, 'last'>;
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
    const lists = await listsToSearch(deps, last);
    const basis = {
      ...{ listDigest: lists.listDigest, indexDigest: lists.indexDigest },
      ...(lists.entriesDigest === undefined ? {} : { entriesDigest: lists.entriesDigest }),
      ...{ matcherVersion: deps.compiler.matcherVersion, threshold: deps.policy.matcher.threshold },
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
      base: isDelta && last ? baseOf(last, lists.deltaIndexDigest) : null,
    };
    const counted = await deps.runs.put(plan, shardsOf(plan.digits), lists.touched ?? []);
    const { mode, because, digits } = counted;
    note('RESCREENING_PLANNED', { runId, mode, because, shards: 16 ** digits });
    return { plan: counted, items };
  };

function baseOf(
  { runId, manifestKey: key, manifestSha256: sha256 }: RescreeningRecord,
  deltaIndexDigest: string | null,
): RescreeningPlan['base'] {
  return { runId, deltaIndexDigest, manifest: { key, sha256 } };
}
