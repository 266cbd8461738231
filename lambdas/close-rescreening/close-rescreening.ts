import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ResultStore } from '../../adapters/owner-book/result-store.ts';
import type { StorePackage } from '../../adapters/packages/package-store.ts';
import type { RescreeningRecord, RescreeningStore } from '../../adapters/records/rescreening-store.ts';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import { manifestsFolder } from '../../domain/rescreening/owner-book-folders.ts';
import { RescreeningPlan } from '../../domain/rescreening/rescreening-plan.ts';
import { closeRun, type RunManifest } from '../../domain/rescreening/run-manifest.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { count, note } from '../runtime/observability.ts';
import type { CommitAudited } from '../runtime/records.ts';
import { checkOwners, type OwnerSources } from './check-owners.ts';

const Input = z.strictObject({ plan: RescreeningPlan });

export interface Dependencies extends OwnerSources {
  readonly results: Pick<ResultStore, 'read' | 'written'>;
  readonly rescreenings: RescreeningStore;
  readonly store: StorePackage;
  readonly commit: CommitAudited;
  readonly now: () => Date;
}

export interface ClosedRescreening {
  readonly runId: string;
  readonly owners: number;
  readonly changed: number;
  readonly manifestSha256: string;
}

/**
 * Counts a run by what stands in the bucket, stores its manifest under Object Lock, and enters it in one transaction
 * with its audit entry. Until then the run before stays the one that the next starts from.
 *
 * @throws RescreeningIncompleteError when a shard or an owner has no result, or more than one
 */
export const closeRescreening =
  (deps: Dependencies) =>
  async (input: unknown): Promise<ClosedRescreening> => {
    const { plan } = Input.parse(input);
    const closed = await deps.rescreenings.load(plan.runId);
    if (closed) return answerOf(closed);
    const at = deps.now();
    const written = await deps.results.written(plan);
    const checked = await checkOwners(deps, plan, written);
    const manifest = closeRun(plan, written, at.toISOString(), checked);
    const text = `${canonicalJson(manifest)}\n`;
    const prefix = `${manifestsFolder}${plan.startedAt.slice(0, 4)}/${plan.runId}`;
    await deps.store(prefix, [{ path: 'manifest.json', bytes: Buffer.from(text) }]);
    const last = await deps.rescreenings.last();
    const record: RescreeningRecord = {
      ...recordOf(manifest, last),
      manifestKey: `${prefix}/manifest.json`,
      manifestSha256: createHash('sha256').update(text).digest('hex'),
    };
    await enter(deps, record, at);
    for (const [outcome, owners] of Object.entries(manifest.outcomes)) count(`Rescreened.${outcome}`, owners);
    count('RescreeningsCompleted', 1);
    note('RESCREENING_CLOSED', { runId: plan.runId, owners: record.owners, changed: record.changed });
    return answerOf(record);
  };

function recordOf(
  { plan, completedAt, resultsOut, outcomes, changed }: RunManifest,
  last: RescreeningRecord | null,
): Omit<RescreeningRecord, 'manifestKey' | 'manifestSha256'> {
  const { runId, mode, because, basis, digits, startedAt, rebuild } = plan;
  const rebuiltAt = rebuild ? startedAt : last?.rebuiltAt;
  return {
    ...{ runId, mode, because, basis, digits, startedAt, completedAt, changed },
    owners: resultsOut,
    outcomes: { ...outcomes },
    fullAt: mode === 'full' || !last ? startedAt : last.fullAt,
    ...(rebuiltAt === undefined ? {} : { rebuiltAt }),
  };
}

async function enter(
  { rescreenings, commit }: Dependencies,
  record: RescreeningRecord,
  at: Date,
): Promise<void> {
  const { runId, mode, because, basis, changed } = record;
  const entry = auditEntry('close-rescreening', {
    at,
    action: 'owners.rescreened',
    subject: { kind: 'rescreening', id: runId, revision: 1 },
    evidence: record.manifestSha256,
    lists: basis.listDigest,
    outcome: [mode, because, `owners:${record.owners}`, `changed:${changed}`],
  });
  await commit(`rescreening ${runId}`, rescreenings.put(record), [entry]);
}

function answerOf({ runId, owners, changed, manifestSha256 }: RescreeningRecord): ClosedRescreening {
  return { runId, owners, changed, manifestSha256 };
}
