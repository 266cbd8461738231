import { describe, expect, it } from 'vitest';
import { evidenceFor, mostEvidence } from '../../../domain/screening/evidence.ts';
import type { ScreeningQuery } from '../../../domain/screening/screening.ts';
import { listed } from './listed.ts';

const days = (text: string, from: string, to: string, isApproximate = false) => ({
  text,
  from,
  to,
  isApproximate,
});
const bornOnADay = [days('07 Mar 1961', '1961-03-07', '1961-03-07')];
const bornInAYear = [days('1961', '1961-01-01', '1961-12-31')];
const bornAbout = [days('circa 1961', '1961-01-01', '1961-12-31', true)];
const codesOf = (changes: Parameters<typeof listed>[2], query: ScreeningQuery) =>
  evidenceFor(listed('1', 'PETROV', changes), 'strong', query).map(({ code }) => code);
const byBirth = (birthDates: typeof bornOnADay, birthDate: string) =>
  codesOf({ birthDates }, { birthDate })[0];

describe('a date of birth', () => {
  it.each([
    ['birthDateAgrees', bornOnADay, '1961-03-07'],
    ['birthDateDiffers', bornOnADay, '1961-03-08'],
    ['birthYearAgrees', bornOnADay, '1961'],
    ['birthYearAgrees', bornOnADay, '1961-03'],
    ['birthDateDiffers', bornOnADay, '1961-04'],
    ['birthYearAgrees', bornInAYear, '1961-12-31'],
    ['birthDateDiffers', bornInAYear, '1962-01-01'],
    ['birthYearAgrees', bornInAYear, '1961'],
    ['birthYearAgrees', bornAbout, '1959-01-01'],
    ['birthYearAgrees', bornAbout, '1963-12-31'],
    ['birthDateDiffers', bornAbout, '1964-01-01'],
    ['birthDateDiffers', bornAbout, '1958'],
  ])('%s: %j with %s', (code, birthDates, given) => {
    expect(byBirth(birthDates, given)).toBe(code);
  });

  it('agrees when one of several listed ones does', () => {
    expect(byBirth([...bornOnADay, days('1970', '1970-01-01', '1970-12-31')], '1970-05-05')).toBe(
      'birthYearAgrees',
    );
  });
});

describe('what one side does not know', () => {
  it.each<[string, Parameters<typeof listed>[2], ScreeningQuery]>([
    ['no date on the list', {}, { birthDate: '1961-03-07' }],
    ['no date in the query', { birthDates: bornOnADay }, {}],
    ['no country on the list', {}, { countries: ['RU'] }],
    ['no country in the query', { countries: ['RU'] }, {}],
    ['no kind in the query', { kind: 'vessel' }, {}],
    ['an unknown kind on the list', { kind: 'unknown' }, { kind: 'entity' }],
  ])('is neither for nor against: %s', (_, changes, query) => {
    expect(codesOf(changes, query)).toEqual([]);
  });
});

describe('countries and kinds', () => {
  it('speak for the match where one country is shared, and not against it where none is', () => {
    expect(codesOf({ countries: ['RU', 'CY'] }, { countries: ['CY'] })).toEqual(['countryAgrees']);
    expect(codesOf({ countries: ['RU'] }, { countries: ['CY'] })).toEqual([]);
  });

  it('speak against the match where the kinds are known and differ', () => {
    expect(codesOf({ kind: 'vessel' }, { kind: 'individual' })).toEqual(['kindDiffers']);
    expect(codesOf({ kind: 'vessel' }, { kind: 'vessel' })).toEqual([]);
  });
});

describe('evidence', () => {
  it('lowers the score of a name that the publisher itself calls weak', () => {
    const [reason] = evidenceFor(listed('1', 'PETROV'), 'weak', {});
    expect(reason).toMatchObject({ code: 'weakName' });
    expect(reason?.points).toBeLessThan(0);
  });

  it('never adds more than the most that a search allows for', () => {
    const agreeing = { birthDates: bornOnADay, countries: ['RU'] };
    const queries: ScreeningQuery[] = [
      {},
      { birthDate: '1961-03-07' },
      { birthDate: '1961', countries: ['RU'] },
    ];
    for (const query of [...queries, { birthDate: '1961-03-07', countries: ['RU'] }]) {
      const reasons = evidenceFor(listed('1', 'PETROV', agreeing), 'strong', query);
      const sum = reasons.reduce((total, { points }) => total + points, 0);
      expect(sum).toBeLessThanOrEqual(mostEvidence(query));
    }
  });
});
