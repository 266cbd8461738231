import { z } from 'zod';
import { shardDigitsFor } from './owner-shard.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What every result of a run was found with. */
export const RunBasis = z.object({
  listDigest: Sha256,
  indexDigest: Sha256,
  /** Of the entries stored of these lists, by which the next run tells what has changed. Absent of runs before it was kept. */
  entriesDigest: Sha256.optional(),
  matcherVersion: z.string(),
  threshold: z.number(),
});
export type RunBasis = z.infer<typeof RunBasis>;

/** Why a run looks at everything again, or that it need not. */
export const runReasons = [
  'daily',
  'firstRun',
  'matcherChanged',
  'thresholdChanged',
  'bookGrown',
  'periodic',
  'asked',
  'baseMissing',
] as const;
export type RunReason = (typeof runReasons)[number];

/** A run as its shards are told of it. It travels in state: digests and counts, no data. */
export const RescreeningPlan = z.object({
  runId: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/),
  mode: z.enum(['delta', 'full']),
  because: z.enum(runReasons),
  startedAt: z.iso.datetime(),
  digits: z.int().min(0).max(5),
  /** Read every owner's facts from the records again, so that what was erased there is gone from the book. */
  rebuild: z.boolean(),
  basis: RunBasis,
  /** The run that a delta starts from; its index of changes is null where the lists changed nothing. */
  base: z
    .object({
      runId: z.string(),
      deltaIndexDigest: Sha256.nullable(),
      /** By which the base's results are checked. Absent of plans made before they were; then none of them counts. */
      manifest: z.object({ key: z.string(), sha256: Sha256 }).optional(),
    })
    .nullable(),
});
export type RescreeningPlan = z.infer<typeof RescreeningPlan>;

/** The last run that was completed. */
export interface LastRun {
  readonly runId: string;
  readonly basis: RunBasis;
  readonly digits: number;
  readonly owners: number;
  /** When the last run began that looked at everything. */
  readonly fullAt: string;
  /** When the last run began that made the owner book again. Absent of runs before that had a clock of its own. */
  readonly rebuiltAt?: string | undefined;
}

export interface PlanRequest {
  readonly runId: string;
  readonly startedAt: Date;
  readonly basis: RunBasis;
  readonly last: LastRun | null;
  /** A person asked for everything. */
  readonly isFullAsked: boolean;
  /** Days after which everything is looked at again. */
  readonly fullEveryDays: number;
  /** Owners there are, as far as known; counted before the first run. */
  readonly owners: number;
}

export type PlannedRun = Pick<RescreeningPlan, 'mode' | 'because' | 'digits' | 'rebuild'>;

// What was erased in the records is to be gone from the book after a month. No policy may put that off, and objects that
// nobody wrote expire some days later (lib/storage/owner-book.ts).
const rebuiltAfterDays = 30;

const dayMs = 24 * 60 * 60 * 1000;

/** Chooses how a run goes about. Whatever could change a result that no list change shows makes it a full one. */
export function planRun(request: PlanRequest): PlannedRun {
  const { last } = request;
  const because = last ? reasonOf(request, last) : 'firstRun';
  const mode = because === 'daily' ? 'delta' : 'full';
  const digits = mode === 'delta' && last ? last.digits : shardDigitsFor(request.owners);
  return { mode, because, digits, rebuild: isRebuildDue(request, digits) };
}

/**
 * By a clock of its own: runs that look at everything come as often as matchers are deployed, and most read the book.
 * Under other shards there may lie a book of long ago.
 */
function isRebuildDue({ startedAt, last }: PlanRequest, digits: number): boolean {
  if (!last?.rebuiltAt || digits !== last.digits) return true;
  return startedAt.getTime() - Date.parse(last.rebuiltAt) >= rebuiltAfterDays * dayMs;
}

function reasonOf(
  { basis, startedAt, isFullAsked, fullEveryDays, owners }: PlanRequest,
  last: LastRun,
): RunReason {
  if (basis.matcherVersion !== last.basis.matcherVersion) return 'matcherChanged';
  if (basis.threshold !== last.basis.threshold) return 'thresholdChanged';
  if (startedAt.getTime() - Date.parse(last.fullAt) >= fullEveryDays * dayMs) return 'periodic';
  if (isFullAsked) return 'asked';
  // Shards of another size hold other owners than those whose results are there.
  return shardDigitsFor(owners) > last.digits ? 'bookGrown' : 'daily';
}
