import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screeningQuery } from '../../../../domain/accounts/screening-query.ts';
import { countryCodes } from '../../../../domain/identity/country-codes.ts';
import {
  groupByBasis,
  proofRow,
  type NotReplayable,
  type Replayable,
} from '../../../../domain/screening/proof/proof-rows.ts';
import { recordedScreenings } from '../../../../domain/screening/proof/stored-screening.ts';
import { screenRow } from '../../../../domain/screening/rows/screen-row.ts';
import type { Screener, Screening, ScreeningQuery } from '../../../../domain/screening/screening.ts';
import { compiledScreener } from '../../../support/compiled-screener.ts';
import { shippedThreshold } from '../../../support/shipped-threshold.ts';
import { listed } from '../listed.ts';

const petrov = listed('1', 'PETROV, Sergey Ivanovich', { countries: ['RU'] });
const screenerAt = (threshold: number) => compiledScreener([petrov], 'lists', { threshold });
const screener = screenerAt(shippedThreshold);
const query: ScreeningQuery = { kind: 'individual', name: 'Sergey Petrov', countries: ['RU'], salt: 'grain' };

/** As a database gives it back: the same members in any order. */
function stored(screening: Screening): unknown {
  return Object.fromEntries(Object.entries(screening).reverse());
}

function proven(
  screening: unknown,
  unsealed: ScreeningQuery | null = query,
): Replayable | NotReplayable | undefined {
  const [recorded] = recordedScreenings('2', { parties: [{ id: 'p_1', sequence: 1, screening }] });
  return recorded && proofRow(recorded, unsealed);
}

function again(by: Screener, made: Replayable): string {
  return JSON.stringify(screenRow(by, made.query, () => undefined));
}

describe('a stored screening', () => {
  it.each([
    ['a possible match', query],
    ['a party on no list', { name: 'Wholly Different', salt: 'grain' }],
    ['a name that nobody can read', { name: 'ကွီလွန်ဒီ', salt: 'grain' }],
  ])('of %s gives the row that screening its query gives again, byte for byte', (_, asked) => {
    const made = proven(stored(screener.screen(asked)), asked) as Replayable;
    expect(JSON.stringify(made.result)).toBe(again(screener, made));
  });

  it('is not what screening gives again when anything of it was changed', () => {
    const screening = screener.screen(query);
    for (const change of [{ threshold: 0.99 }, { listDigest: 'other' }, { outcome: 'clear', matches: [] }]) {
      const made = proven({ ...screening, ...change });
      const isSame =
        made !== undefined && 'basis' in made && JSON.stringify(made.result) === again(screener, made);
      expect(isSame).toBe(false);
    }
  });

  it('is not replayed where the facts are erased', () => {
    expect(proven(screener.screen(query), null)).toMatchObject({ id: '2/p_1', because: 'erased' });
  });

  it('is not replayed with facts of another day, and says both digests and no fact', () => {
    const screening = screener.screen(query);
    const made = proven(screening, { ...query, name: 'Sergey Petrow' }) as NotReplayable;
    expect(made.because).toBe('otherFacts');
    expect(made.detail).toContain(screening.queryDigest);
    expect(made.detail).not.toContain('Petro');
  });

  it('is nothing to replay where there was no list, whether or not the facts are there', () => {
    const screening = {
      ...{ outcome: 'notScreened', because: 'listUnavailable', listDigest: null, indexDigest: null },
      ...{ matcherVersion: 'none', threshold: 0, queryDigest: 'none' },
    };
    for (const unsealed of [query, null]) {
      const made = proven(screening, unsealed) as NotReplayable;
      expect(made.because).toBe('nobodyLooked');
      expect(made.detail).toContain('listUnavailable');
    }
  });

  it('of another version is named as such and not read in part', () => {
    const { matcherVersion, ...older } = screener.screen(query);
    expect(proven(older)).toMatchObject({ because: 'otherForm' });
    expect(proven({ ...older, matcherVersion, later: true })).toMatchObject({ because: 'otherForm' });
    const [unreadable] = recordedScreenings('7', { parties: 'gone' });
    expect(unreadable && proofRow(unreadable, null)).toMatchObject({ id: '7', because: 'otherForm' });
  });
});

it('has one replay for each basis, in the order in which they came', () => {
  const rows = [0.9, 0.6, 0.9].map((threshold) => proven(screenerAt(threshold).screen(query)) as Replayable);
  const groups = groupByBasis(rows);
  expect(groups.map(({ basis, rows: together }) => [basis.threshold, together.length])).toEqual([
    [0.9, 2],
    [0.6, 1],
  ]);
});

it('loses nothing of a party’s facts on the way through a row: the digest stays', () => {
  const seed = 20_261_123;
  const country = fc.constantFrom(...countryCodes);
  const facts = fc.record(
    {
      name: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
      otherNames: fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 20 }),
      birthDate: fc.constantFrom('1961-05-03', '2000-02-29'),
      citizenships: fc.array(country, { maxLength: 5 }),
      address: fc.record({ country }),
      payment: fc.record({ means: fc.constant('wallet' as const), wallet: fc.string({ minLength: 1 }) }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(facts, (some) => {
      const asked = screeningQuery({ id: 'p_1', kind: 'individual', ...some, salt: 'grain' });
      expect(proven(screener.screen(asked), asked)).toHaveProperty('basis');
    }),
    { seed },
  );
});
