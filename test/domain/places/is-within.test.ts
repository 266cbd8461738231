import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCodes } from '../../../domain/identity/country-codes.ts';
import { comparedCode } from '../../../domain/places/dual-codes.ts';
import { isWithin } from '../../../domain/places/is-within.ts';
import { listedPlace, removedPlaces } from '../../../domain/places/listed-place.ts';
import { shippedPack } from '../policy/shipped-packs.ts';
import { subdivisions } from './shipped-subdivisions.ts';

const seed = 3166;
const within = (place: string, region: string) => isWithin(place, region, subdivisions);
const codes = fc.constantFrom(...countryCodes, ...subdivisions.keys());

describe('whether a place is within a region', () => {
  it.each([
    ['UA-43', 'UA', true],
    ['UA-43', 'UA-43', true],
    ['UA-30', 'UA-43', false],
    ['UA', 'UA-43', null],
    ['PL', 'UA-43', false],
    ['FR-69', 'FR-ARA', true],
    ['FR-ARA', 'FR-69', null],
    ['FR-GES', 'FR-ARA', false],
    ['CN-HK', 'HK', true],
    ['HK', 'CN-HK', true],
    ['HK', 'CN', null],
    ['CN', 'HK', false],
    ['US-PR', 'PR', true],
    ['PR', 'US', true],
    ['US-DE', 'DE', false],
    ['DE', 'US', false],
    ['DE-BE', 'DE', true],
    ['UA-99', 'UA-43', null],
    ['UA-99', 'UA', true],
    ['XX', 'UA', null],
  ])('%s in %s: %s', (place, region, expected) => {
    expect(within(place, region)).toBe(expected);
  });

  it(`is true of every place and itself, and of every subdivision and its country (seed ${seed})`, () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(within(code, code), `seed ${seed}`).toBe(true);
        if (comparedCode(code) === code) expect(within(code, code.slice(0, 2))).toBe(true);
      }),
      { seed },
    );
  });

  it(`is never false of a region and the whole it lies in, so that a wide place is not taken for another (seed ${seed})`, () => {
    fc.assert(
      fc.property(codes, codes, (one, other) => {
        if (within(one, other) === true)
          expect(within(other, one), `seed ${seed}: ${one} ${other}`).not.toBe(false);
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe('a place on a list', () => {
  const ofac = shippedPack('us-ofac');
  if (ofac.kind !== 'screening' || !ofac.places) throw new Error('expected lists of places');
  const { lists } = ofac.places;
  const standing = (place: string | null) => listedPlace(place, lists, subdivisions);

  it('is listed with the reason, the day and the doubt of the list', () => {
    expect(standing('CU').isListed).toBe(true);
    expect(standing('CU').reasons).toMatchObject([
      { list: 'ofac-comprehensive', code: 'CU', because: 'listed', asOf: '2025-08-26' },
    ]);
    expect(standing('UA-43').isListed).toBe(true);
  });

  it('that is wider than the region meant, or may be inside one, is not decided', () => {
    expect(standing('UA-14')).toMatchObject({ isListed: null, reasons: [{ because: 'doubtful' }] });
    expect(standing('UA').isListed).toBe(null);
    expect(standing('UA-30').isListed).toBe(false);
  });

  it('that is not known is not elsewhere', () => {
    expect(standing(null).isListed).toBe(null);
  });

  it('that left a list is off it, and the list says since when', () => {
    expect(standing('SY').isListed).toBe(false);
    expect(removedPlaces('SY', lists)).toMatchObject([{ list: 'ofac-comprehensive', on: '2025-07-01' }]);
  });
});
