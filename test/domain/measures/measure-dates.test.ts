import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInEffect, measureDates } from '../../../domain/measures/measure-dates.ts';
import { SpecialMeasure } from '../../../domain/measures/special-measure.ts';
import { faultsOf } from '../../../domain/validation/faults.ts';
import { measureWith, terms, written } from './measure-with.ts';

const seed = 7307;
const dayMs = 24 * 3600 * 1000;
const datesOf = (differing: object) => measureDates(measureWith(differing), terms);
const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const pointersOf = (differing: object) => {
  const parsed = SpecialMeasure.safeParse({ ...written, ...differing });
  return parsed.success ? [] : faultsOf(parsed.error).map(({ pointer }) => pointer);
};

describe('the days of a special measure', () => {
  it('keep both readings of when it begins (SM-04), and its end (SM-03)', () => {
    expect(datesOf({ finalRegulationsOn: '2027-03-01' })).toMatchObject({
      rule: 'SM-04',
      readings: [
        { reading: 'determination', from: '2027-06-30' },
        { reading: 'finalRegulations', from: '2027-08-28' },
      ],
      expiresOn: '2028-01-01',
      isExtended: false,
    });
  });

  it('are not decided between the two readings, nor while there are no final regulations', () => {
    const both = datesOf({ finalRegulationsOn: '2027-03-01' });
    expect(
      ['2027-06-29', '2027-06-30', '2027-08-27', '2027-08-28'].map((day) => isInEffect(both, day)),
    ).toEqual([false, null, null, true]);
    expect(isInEffect(datesOf({}), '2027-12-31')).toBe(null);
  });

  it('follow the determination where it names a day itself', () => {
    const stated = datesOf({ effectiveFrom: '2027-02-01' });
    expect(['2027-01-31', '2027-02-01'].map((day) => isInEffect(stated, day))).toEqual([false, true]);
  });

  it('end after the last day unless extended', () => {
    const stated = { effectiveFrom: '2027-02-01' };
    expect(isInEffect(datesOf(stated), '2028-01-01')).toBe(true);
    expect(isInEffect(datesOf(stated), '2028-01-02')).toBe(false);
    const extended = { ...stated, extensions: [{ on: '2027-12-01', until: '2028-12-31', source: 'x' }] };
    expect(isInEffect(datesOf(extended), '2028-01-02')).toBe(true);
  });

  it(`are a term's days apart whatever the leap years, and never in effect outside them (seed ${seed})`, () => {
    fc.assert(
      fc.property(days, days, days, (determinedOn, finalRegulationsOn, today) => {
        const dates = datesOf({ determinedOn, finalRegulationsOn });
        const length = (Date.parse(dates.expiresOn) - Date.parse(determinedOn)) / dayMs;
        expect(length, `seed ${seed}`).toBe(terms.end.amount);
        const effect = isInEffect(dates, today);
        if (today < determinedOn || today > dates.expiresOn) expect(effect).toBe(false);
        const begun = dates.readings.map(({ from }) => from !== null && today >= from);
        if (effect === true) expect(begun).toEqual([true, true]);
        if (effect === null) expect(begun).toContain(false);
      }),
      { seed },
    );
  });
});

describe('a measure that is written wrongly', () => {
  it.each([
    [
      'on a place of the United States',
      { subject: { kind: 'jurisdiction', places: ['US-DE'] } },
      '/subject/places/0',
    ],
    [
      'on Puerto Rico under its own code',
      { subject: { kind: 'jurisdiction', places: ['PR'] } },
      '/subject/places/0',
    ],
    ['on no place at all', { subject: { kind: 'jurisdiction', places: [] } }, '/subject/places'],
    ['in effect before it was made', { effectiveFrom: '2026-12-31' }, '/effectiveFrom'],
    [
      'extended backwards',
      { extensions: [{ on: '2027-05-01', until: '2026-12-01', source: 'x' }] },
      '/extensions/0/until',
    ],
    ['without a stage', { appliesTo: [] }, '/appliesTo'],
    ['with an unknown key', { color: 'red' }, '/color'],
  ])('is refused with the place of the fault: %s', (_name, differing, pointer) => {
    expect(pointersOf(differing)).toEqual([pointer]);
  });

  it('DE is Germany, and may be meant', () => {
    expect(pointersOf({ subject: { kind: 'jurisdiction', places: ['DE', 'GA', 'CO'] } })).toEqual([]);
  });
});
