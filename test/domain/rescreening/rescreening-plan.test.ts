import { describe, expect, it } from 'vitest';
import {
  accountHash,
  hashPrefixOf,
  shardDigitsFor,
  shardsOf,
} from '../../../domain/rescreening/owner-shard.ts';
import { planRun, type LastRun, type PlanRequest } from '../../../domain/rescreening/rescreening-plan.ts';
import { basis } from './rescreening-samples.ts';

const last: LastRun = {
  runId: 'run-0',
  basis,
  digits: 1,
  owners: 100_000,
  fullAt: '2026-02-20T03:30:00.000Z',
};
const request: PlanRequest = {
  ...{ runId: 'run-1', startedAt: new Date('2026-03-02T03:30:00Z'), basis, last, isFullAsked: false },
  ...{ fullEveryDays: 30, owners: 100_000 },
};

describe('a run', () => {
  it.each<[string, Partial<PlanRequest>, object]>([
    [
      'the lists changed',
      { basis: { ...basis, listDigest: 'd'.repeat(64) } },
      { mode: 'delta', because: 'daily' },
    ],
    ['nothing changed', {}, { mode: 'delta', because: 'daily', rebuild: false }],
    ['it is the first', { last: null }, { mode: 'full', because: 'firstRun' }],
    [
      'the matcher is another',
      { basis: { ...basis, matcherVersion: 'words-3' } },
      { mode: 'full', because: 'matcherChanged' },
    ],
    [
      'the threshold is another',
      { basis: { ...basis, threshold: 0.8 } },
      { mode: 'full', because: 'thresholdChanged' },
    ],
    [
      'the last full one is 30 days old',
      { startedAt: new Date('2026-03-22T03:30:00Z') },
      { mode: 'full', because: 'periodic', rebuild: true },
    ],
    ['a person asks for it', { isFullAsked: true }, { mode: 'full', because: 'asked', rebuild: false }],
    [
      'the book has outgrown its shards',
      { owners: 300_000 },
      { mode: 'full', because: 'bookGrown', digits: 2 },
    ],
  ])('when %s, looks at what it has to', (_when, changes, expected) => {
    expect(planRun({ ...request, ...changes })).toMatchObject(expected);
  });
});

describe('the shards of the book', () => {
  it('have at most 16,000 owners each, up to 50 million and beyond', () => {
    const digits = [0, 16_000, 16_001, 256_001, 50_000_000].map((owners) => shardDigitsFor(owners));
    expect(digits).toEqual([0, 0, 1, 2, 3]);
  });

  it.each([0, 1, 2, 3])('of %i digits hold every account, and each once', (digits) => {
    const shards = shardsOf(digits);
    const accounts = Array.from({ length: 200 }, (_, number) => accountHash(`acct_${number}`));
    const holders = accounts.map(
      (hash) => shards.filter((shard) => hash.startsWith(hashPrefixOf(shard))).length,
    );
    expect(new Set(holders)).toEqual(new Set([1]));
    expect(new Set(shards).size).toBe(16 ** digits);
  });
});
