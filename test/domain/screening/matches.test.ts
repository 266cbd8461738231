import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPerParty, matchFrom, roundedReasons } from '../../../domain/screening/matches.ts';
import type { Match } from '../../../domain/screening/screening.ts';

const reason = (points: number, code = 'sameWord') => ({ code, points, detail: 'petrov' });
const inUnits = (points: number) => Math.round(points * 10_000);
const match = (entryId: string, score: number, name = 'PETROV', list = 'ofac-sdn'): Match =>
  matchFrom({ list, entryId }, name, [reason(score)]);

describe('a score', () => {
  it('is what its reasons show, to the last digit, and the sum before rounding', () => {
    const seed = 10_000;
    const points = fc.double({ min: -0.5, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(fc.array(points, { maxLength: 30 }), (all) => {
        const { score, reasons } = roundedReasons(all.map((each) => reason(each)));
        const sum = reasons.reduce((total, each) => total + inUnits(each.points), 0);
        expect(sum, `seed ${seed}`).toBe(inUnits(score));
        const exact = all.reduce((total, each) => total + each, 0);
        expect(Math.abs(score - Math.min(1, Math.max(0, exact)))).toBeLessThan(0.000_051);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('of a whole name in parts is the whole', () => {
    const { score, reasons } = roundedReasons([reason(1 / 3), reason(1 / 3), reason(1 / 3)]);
    expect(score).toBe(1);
    expect(reasons.map(({ points }) => points)).toEqual([0.3334, 0.3333, 0.3333]);
  });

  it('stays within 0 and 1, and says so among the reasons', () => {
    expect(roundedReasons([reason(1), reason(0.1)])).toMatchObject({
      score: 1,
      reasons: [{}, {}, { code: 'bounds', points: -0.1 }],
    });
    expect(roundedReasons([reason(0.1), reason(-0.3)])).toMatchObject({
      score: 0,
      reasons: [{ code: 'bounds', points: 0.2 }, {}, {}],
    });
  });

  it('has its heaviest reason first', () => {
    const { reasons } = roundedReasons([reason(-0.1), reason(0.2), reason(0.6)]);
    expect(reasons.map(({ points }) => points)).toEqual([0.6, 0.2, -0.1]);
  });
});

describe('the matches of a query', () => {
  it('hold each party once, by its best name', () => {
    const matches = [match('1', 0.8, 'PETROV'), match('1', 0.9, 'PETROFF'), match('1', 0.7, 'PETROW')];
    expect(bestPerParty(matches)).toEqual([match('1', 0.9, 'PETROFF')]);
  });

  it('show of two names that score alike the one given first', () => {
    expect(bestPerParty([match('1', 0.8, 'PETROV'), match('1', 0.8, 'PETROFF')])).toMatchObject([
      { name: 'PETROV' },
    ]);
  });

  it('come best first, then by entry and by list', () => {
    const others = [match('2', 0.8), match('1', 0.8, 'PETROV', 'own'), match('1', 0.8), match('3', 0.9)];
    expect(bestPerParty(others).map(({ entryId, list }) => `${list} ${entryId}`)).toEqual([
      'ofac-sdn 3',
      'ofac-sdn 1',
      'own 1',
      'ofac-sdn 2',
    ]);
  });
});
