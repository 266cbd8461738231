import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../audit/canonical-json.ts';
import { readResultLines, type OwnerResult } from './owner-result.ts';
import type { RescreeningPlan } from './rescreening-plan.ts';

/** First line of a shard's results: which run they are of. The digest of its plan covers its start, lists and index. */
export const ResultHead = z.strictObject({
  run: z.string(),
  shard: z.string(),
  listDigest: z.string(),
  indexDigest: z.string(),
  /** Hex SHA-256 of the plan in canonical form. */
  plan: z.string(),
});
export type ResultHead = z.infer<typeof ResultHead>;

export function resultHead(plan: RescreeningPlan, shard: string): ResultHead {
  const { listDigest, indexDigest } = plan.basis;
  const digest = createHash('sha256').update(canonicalJson(plan)).digest('hex');
  return { run: plan.runId, shard, listDigest, indexDigest, plan: digest };
}

export interface ResultObject {
  /** Null where the first line is no head, as in objects of before there were any; then nothing in it counts. */
  readonly head: ResultHead | null;
  readonly results: OwnerResult[];
}

/** @throws StoredRecordInvalidError naming the object and the line that is not a result */
export function readResultObject(text: string, name: string): ResultObject {
  const end = text.indexOf('\n') + 1;
  const head = readHead(text.slice(0, end));
  return { head, results: head ? readResultLines(text.slice(end), name) : [] };
}

function readHead(line: string): ResultHead | null {
  try {
    return ResultHead.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
