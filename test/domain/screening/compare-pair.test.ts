import { describe, expect, it } from 'vitest';
import { PairComparer } from '../../../domain/screening/compare-pair.ts';
import type { ScreeningQuery } from '../../../domain/screening/screening.ts';
import { wordWeightsBy } from '../../../domain/screening/words/word-weights.ts';
import { compiledScreener } from '../../support/compiled-screener.ts';
import { shippedWordCounts } from '../../../adapters/screening/shipped-word-counts.ts';
import { hardNames } from './hard-names.ts';
import { listed } from './listed.ts';

const comparer = new PairComparer(wordWeightsBy(shippedWordCounts));
const scoreOf = (left: ScreeningQuery, right: ScreeningQuery) => comparer.compare(left, right).score;
const bothWays = (left: ScreeningQuery, right: ScreeningQuery) => [
  scoreOf(left, right),
  scoreOf(right, left),
];

describe('two parties compared', () => {
  it('score as the screener scores the one against the other listed', () => {
    const seed = 31;
    const names = hardNames(seed, 60);
    const screener = compiledScreener(
      names.map((name, place) => listed(String(place), name)),
      'digest',
      { threshold: 0.6 },
    );
    for (const name of hardNames(seed + 1, 40)) {
      const screening = screener.screen({ name });
      if (screening.outcome !== 'possibleMatch') continue;
      for (const match of screening.matches) {
        const { score, reasons } = comparer.compare({ name }, { name: match.name, kind: 'individual' });
        expect({ score, reasons }, name).toEqual({ score: match.score, reasons: match.reasons });
      }
    }
  });

  it('score the same from both sides where every word of one is a word of the other by its sound', () => {
    for (const [one, other] of [
      ['Sergei Petroff', 'PETROV, Sergey'],
      ['Ivan Petrov Bank', 'BANK Petrov Ivan'],
    ] as const) {
      const [there = 0, back] = bothWays({ name: one }, { name: other });
      expect(there, one).toBeGreaterThan(0.5);
      expect(there, one).toBe(back);
    }
  });

  it('score by the rarer or commoner spelling of the right one where one name has two', () => {
    const [toAleksandr, toOleksandr] = bothWays({ name: 'Oleksandr Ivanov' }, { name: 'Aleksandr Ivanov' });
    expect(toAleksandr).not.toBe(toOleksandr);
  });

  it('score lower where the word too many, or the whole name for an initial, is the left one’s', () => {
    for (const [one, other] of [
      ['Sergey Petrov Zborowski', 'Sergey Petrov'],
      ['Sergey Petrov', 'S. Petrov'],
    ] as const) {
      const [there = 0, back = 0] = bothWays({ name: one }, { name: other });
      expect(there, one).toBeLessThan(back);
    }
  });

  it('know the same of dates, countries and kinds from both sides', () => {
    const full: ScreeningQuery = {
      name: 'Sergey Petrow',
      kind: 'individual',
      birthDate: '1961-03-07',
      countries: ['RU'],
    };
    for (const change of [
      { birthDate: '1961' },
      { birthDate: '1961-03' },
      { birthDate: '1962' },
      { countries: ['CY', 'RU'] },
      { kind: 'vessel' as const },
      { kind: undefined },
    ]) {
      const [there, back] = bothWays(full, { ...full, ...change, name: 'Sergej Petrov' });
      expect(there, JSON.stringify(change)).toBe(back);
    }
  });

  it('are one for sure when they share an identifier of one kind', () => {
    const left = { name: 'Jane Nobody', identifiers: [{ kind: 'passport', value: '4005-504207' }] };
    expect(comparer.compare(left, { name: 'Kim', identifiers: [{ value: '4005504207' }] })).toEqual({
      score: 1,
      reasons: [{ code: 'sameIdentifier', points: 1, detail: 'passport' }],
    });
    expect(scoreOf(left, { name: 'Kim', identifiers: [{ kind: 'taxId', value: '4005504207' }] })).toBe(0);
  });

  it('are compared by the best of all their names', () => {
    const [left, right] = [
      { name: 'Jane Nobody', otherNames: ['S Petrov', 'Sergey Petrov'] },
      { name: 'Petrov Sergey' },
    ];
    expect(bothWays(left, right)).toEqual([1, 1]);
  });

  it('score 0 when one of them has no name to compare', () => {
    expect(bothWays({}, { name: 'Kim' })).toEqual([0, 0]);
    expect(bothWays({ name: '😀' }, { name: '😀' })).toEqual([0, 0]);
  });
});
