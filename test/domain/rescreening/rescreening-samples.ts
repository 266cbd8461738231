import type { RescreeningPlan, RunBasis } from '../../../domain/rescreening/rescreening-plan.ts';
import type { ShardResult } from '../../../domain/rescreening/run-manifest.ts';
import { shippedThreshold } from '../../support/shipped-threshold.ts';

export const basis: RunBasis = {
  listDigest: 'a'.repeat(64),
  indexDigest: 'b'.repeat(64),
  matcherVersion: 'words-2',
  threshold: shippedThreshold,
};

export function aPlan(overrides: Partial<RescreeningPlan> = {}): RescreeningPlan {
  return {
    ...{ runId: 'run-1', mode: 'full', because: 'firstRun', startedAt: '2026-03-02T03:30:00.000Z' },
    ...{ digits: 1, rebuild: false, basis, base: null },
    ...overrides,
  };
}

export function shardResult(shard: string, overrides: Partial<ShardResult> = {}): ShardResult {
  return {
    ...{ shard, ownersIn: 2, resultsOut: 2, changed: 0, sha256: 'c'.repeat(64) },
    outcomes: { clear: 2, possibleMatch: 0, notScreened: 0 },
    ...overrides,
  };
}
