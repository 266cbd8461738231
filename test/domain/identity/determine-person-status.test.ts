import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCodes } from '../../../domain/identity/country-codes.ts';
import { determinePersonStatus } from '../../../domain/identity/determine-person-status.ts';
import type { PersonFacts } from '../../../domain/identity/person-facts.ts';
import { anyHolds, type Truth } from '../../../domain/identity/three-valued.ts';
import { isUnitedStates } from '../../../domain/identity/united-states.ts';

const status = (facts: PersonFacts) => determinePersonStatus(facts).status;
const rowsOf = (path: string) =>
  readFileSync(new URL(`../../../data/geo/${path}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

describe('an individual', () => {
  const at = (country: string, as?: 'located' | 'visiting' | 'unknown') =>
    status({ kind: 'individual', citizenships: ['FR'], permanentResidentOf: [], location: { country, as } });

  it('of foreign nationality who is located in the United States is a US person', () => {
    expect(at('US-CA', 'located')).toBe('us');
  });

  it('of foreign nationality located abroad is foreign', () => {
    expect(at('FR', 'located')).toBe('foreign');
  });

  it.each(['visiting', 'unknown', undefined] as const)('is undetermined where location is %s', (as) => {
    expect(at('US', as)).toBe('undetermined');
    expect(at('FR', as)).toBe('undetermined');
  });

  it('is a US person by citizenship or permanent residence wherever located', () => {
    const abroad = { country: 'FR', as: 'located' } as const;
    expect(status({ kind: 'individual', citizenships: ['FR', 'US'], location: abroad })).toBe('us');
    expect(status({ kind: 'individual', permanentResidentOf: ['US'], location: abroad })).toBe('us');
  });

  it('of whom nothing is known is undetermined, and one with empty lists lacks only the location', () => {
    expect(status({ kind: 'individual' })).toBe('undetermined');
    expect(
      determinePersonStatus({ kind: 'individual', citizenships: [], permanentResidentOf: [] }).limbs,
    ).toMatchObject([
      { limb: 'citizen', holds: false },
      { limb: 'permanentResident', holds: false },
      { limb: 'location', holds: null },
    ]);
  });

  it('from American Samoa is not called a citizen, since its people are nationals', () => {
    const facts = { kind: 'individual' as const, permanentResidentOf: [], citizenships: ['AS'] };
    expect(status({ ...facts, location: { country: 'NZ', as: 'located' } })).toBe('undetermined');
  });

  it('has no limb of organisation', () => {
    const limbs = determinePersonStatus({ kind: 'individual', organizedUnder: 'US-DE' }).limbs;
    expect(limbs.map(({ limb }) => limb)).not.toContain('organisation');
  });
});

describe('an entity', () => {
  it('organised abroad is undetermined while its location is missing, and foreign once located abroad', () => {
    expect(status({ kind: 'entity', organizedUnder: 'FR' })).toBe('undetermined');
    expect(status({ kind: 'entity', organizedUnder: 'FR', location: { country: 'FR', as: 'located' } })).toBe(
      'foreign',
    );
  });

  it('organised under Delaware is a US person, under Germany it is not', () => {
    const located = { country: 'DE', as: 'located' } as const;
    expect(status({ kind: 'entity', organizedUnder: 'US-DE', location: located })).toBe('us');
    expect(status({ kind: 'entity', organizedUnder: 'DE', location: located })).toBe('foreign');
  });

  it('that is a branch is organised as its head is', () => {
    const located = { country: 'SG', as: 'located' } as const;
    const branchOf = (organizedUnder: string) =>
      status({ kind: 'entity', organizedUnder: 'US-NY', branchOf: { organizedUnder }, location: located });
    expect([branchOf('US-DE'), branchOf('JP')]).toEqual(['us', 'foreign']);
  });

  it('organised abroad and located in the United States is a US person', () => {
    const location = { country: 'PR', as: 'located' } as const;
    expect(status({ kind: 'entity', organizedUnder: 'FR', location })).toBe('us');
  });

  it('has no limb of citizenship or residence', () => {
    const { limbs } = determinePersonStatus({
      kind: 'entity',
      citizenships: ['US'],
      permanentResidentOf: ['US'],
    });
    expect(limbs.map(({ limb }) => limb)).toEqual(['organisation', 'location']);
  });
});

describe('places', () => {
  it('in the table of US jurisdictions are the United States in both codings, the associated states are not', () => {
    for (const [subdivision, country, , , isUs] of rowsOf('us_jurisdictions.csv')) {
      for (const code of [subdivision, country].filter((candidate) => candidate)) {
        expect(isUnitedStates(code ?? ''), code).toBe(isUs === 'yes');
      }
    }
  });

  it('of every other country are not, and codes of no place settle nothing', () => {
    expect([...countryCodes].filter((code) => isUnitedStates(code) === true)).toHaveLength(7);
    expect(['US-ZZ', 'USA', 'XX', 'EU', '', 'DE-'].map(isUnitedStates)).toEqual(Array(6).fill(null));
  });

  it('come from the same country codes as the shipped table', () => {
    expect([...countryCodes].sort()).toEqual(
      rowsOf('iso3166-1.csv')
        .map(([code]) => code)
        .sort(),
    );
  });
});

describe('the three-valued OR', () => {
  it('is what every completion of the unknowns agrees on, and unknown where they differ', () => {
    const truths = fc.array(fc.constantFrom<Truth>(true, false, null), { maxLength: 6 });
    const seed = 20_240_129;
    fc.assert(
      fc.property(truths, (values) => {
        const outcomes = new Set(completions(values).map((row) => row.includes(true)));
        expect(anyHolds(values), `seed ${seed}`).toBe(outcomes.size === 2 ? null : outcomes.has(true));
      }),
      { seed, numRuns: 500 },
    );
  });
});

function completions(values: readonly Truth[]): boolean[][] {
  const readings = (value: Truth) => (value === null ? [true, false] : [value]);
  return values.reduce<boolean[][]>(
    (rows, value) => rows.flatMap((row) => readings(value).map((reading) => [...row, reading])),
    [[]],
  );
}
