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
  rebuiltAt: '2026-02-20T03:30:00.000Z',
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
    ['it is the first', { last: null }, { mode: 'full', because: 'firstRun', rebuild: true }],
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
      { mode: 'full', because: 'bookGrown', digits: 2, rebuild: true },
    ],
  ])('when %s, looks at what it has to', (_when, changes, expected) => {
    expect(planRun({ ...request, ...changes })).toMatchObject(expected);
  });
});

describe('a run that is not due', () => {
  it('looks at changes alone to the millisecond before the month is over', () => {
    const startedAt = new Date(Date.parse(last.fullAt) + 30 * 24 * 60 * 60 * 1000 - 1);
    expect(planRun({ ...request, startedAt })).toMatchObject({ mode: 'delta', rebuild: false });
    const later = new Date(startedAt.getTime() + 1);
    expect(planRun({ ...request, startedAt: later })).toMatchObject({ mode: 'full', rebuild: true });
  });

  it('keeps the shards of the run it builds on while the book shrinks; the next full run makes fewer', () => {
    const shrunk = { ...request, owners: 10 };
    expect(planRun(shrunk)).toMatchObject({ mode: 'delta', digits: last.digits, rebuild: false });
    expect(planRun({ ...shrunk, isFullAsked: true })).toMatchObject({
      mode: 'full',
      digits: 0,
      rebuild: true,
    });
  });

  it('says of two reasons the one that no waiting would have spared', () => {
    const both = { isFullAsked: true, basis: { ...basis, matcherVersion: 'words-3', threshold: 0.9 } };
    expect(planRun({ ...request, ...both }).because).toBe('matcherChanged');
  });
});

describe('the owner book is made again from the records', () => {
  const run = (changes: Partial<LastRun>, request_: Partial<PlanRequest> = {}) =>
    planRun({ ...request, ...request_, last: { ...last, ...changes } });

  it('after 30 days, however often a new matcher had everything looked at since', () => {
    let [fullAt, rebuiltAt] = [last.fullAt, last.rebuiltAt];
    const rebuilt: number[] = [];
    for (let day = 0; day <= 70; day += 1) {
      const startedAt = new Date(Date.UTC(2026, 1, 20 + day, 3, 30));
      const matcherVersion = `words-${Math.floor(day / 14)}`;
      const before = `words-${Math.floor(Math.max(0, day - 1) / 14)}`;
      const { mode, rebuild } = run(
        { fullAt, rebuiltAt, basis: { ...basis, matcherVersion: before } },
        { startedAt, basis: { ...basis, matcherVersion } },
      );
      if (mode === 'full') fullAt = startedAt.toISOString();
      if (!rebuild) continue;
      rebuiltAt = startedAt.toISOString();
      rebuilt.push(day);
    }
    expect(rebuilt).toEqual([30, 60]);
  });

  it('by a run that looks at changes alone too', () => {
    const startedAt = new Date('2026-03-25T03:30:00Z');
    const late = run({ fullAt: '2026-03-20T03:30:00.000Z' }, { startedAt });
    expect(late).toMatchObject({ mode: 'delta', rebuild: true });
  });

  it('when nobody knows how old it is', () => {
    expect(run({ rebuiltAt: undefined })).toMatchObject({ mode: 'delta', rebuild: true });
  });

  it('a month at the latest, also where everything is looked at more seldom', () => {
    const startedAt = new Date('2026-03-25T03:30:00Z');
    expect(run({}, { startedAt, fullEveryDays: 365 })).toMatchObject({ mode: 'delta', rebuild: true });
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
