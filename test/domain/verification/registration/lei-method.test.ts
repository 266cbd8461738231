import { describe, expect, it } from 'vitest';
import { leiExtract, readGleif } from '../../../../domain/verification/registration/gleif-book.ts';
import {
  leiJurisdictions,
  type LeiEntity,
  type LeiExtract,
} from '../../../../domain/verification/registration/lei-extract.ts';
import { leiMethod } from '../../../../domain/verification/registration/lei-method.ts';
import { checked, company, person } from '../parties.ts';
import { gleifAnswers, likeness, shippedVerification } from '../samples.ts';

const reading = readGleif(gleifAnswers());
if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
const { book } = reading;
const method = leiMethod(likeness, shippedVerification().leiPublicationAtMostDays);
/** The day of the golden copy. */
const then = '2025-05-15';
const appleEnergy = '549300YX4S1LLSMK2627';
const extract = leiExtract(book, appleEnergy);

const changed = (changes: Partial<LeiEntity>): LeiExtract => ({
  ...extract,
  entity: extract.entity && { ...extract.entity, ...changes },
});
const check = (facts = {}, found = extract, on = then) =>
  checked(method, company(facts), { lei: { code: appleEnergy, extract: found } }, on);

describe('verification by the record of an LEI', () => {
  it('passes where name and jurisdiction agree with a current record', () => {
    expect(check()).toMatchObject({ outcome: 'passed', discrepancies: [] });
    expect(check({ name: 'Apple Energy', organizedUnder: 'US' }).outcome).toBe('passed');
  });

  it('tells headquarters and the ultimate parent as far as they are known (R-44)', () => {
    const told = Object.fromEntries(check().facts.map(({ code, value }) => [code, value.text]));
    expect(told).toMatchObject({ headquarters: 'US-CA', ultimateParentHeadquarters: 'US-CA' });
  });

  it('is not performed on a right check digit alone, nor of an individual', () => {
    const alone = checked(method, company(), { lei: { code: appleEnergy } }, then);
    expect(alone).toMatchObject({ outcome: 'notPerformed', reasons: ['leiRecordMissing'] });
    expect(checked(method, person(), { lei: { code: appleEnergy } }).outcome).toBe('notPerformed');
    expect(checked(method, company()).reasons).toEqual(['leiMissing']);
  });

  it('cannot tell from the record of another entity, an old publication, or a lapsed record', () => {
    expect(check({}, changed({ lei: 'INR2EJN1ERAN0W5ZP974' })).reasons).toEqual(['leiNotInPublication']);
    expect(check({}, extract, '2026-11-23')).toMatchObject({
      outcome: 'inconclusive',
      reasons: ['leiPublicationOld'],
    });
    expect(check({}, changed({ registrationStatus: 'LAPSED' }))).toMatchObject({
      outcome: 'inconclusive',
      reasons: ['leiLapsed'],
    });
    expect(check({}, changed({ registrationStatus: 'SOMETHING_NEW' })).outcome).toBe('inconclusive');
  });

  it.each(['RETIRED', 'MERGED', 'ANNULLED', 'CANCELLED', 'DUPLICATE'])(
    'fails a record that is %s',
    (status) => {
      expect(check({}, changed({ registrationStatus: status }))).toMatchObject({
        outcome: 'failed',
        reasons: ['leiVoid'],
      });
    },
  );

  it('fails an inactive entity and another name', () => {
    expect(check({}, changed({ entityStatus: 'INACTIVE' })).reasons).toEqual(['entityInactive']);
    expect(check({ name: 'Northern Shipping GmbH' })).toMatchObject({
      outcome: 'failed',
      reasons: ['nameDiffers'],
    });
  });

  it('leaves another jurisdiction to a person', () => {
    expect(check({ organizedUnder: 'US-CA' })).toMatchObject({
      outcome: 'inconclusive',
      discrepancies: [{ code: 'jurisdictionDiffers', found: { text: 'US-DE' } }],
    });
  });

  it('fails an LEI whose check digits are wrong, whatever record comes with it', () => {
    const wrong = `${appleEnergy.slice(0, -1)}8`;
    expect(checked(method, company(), { lei: { code: wrong, extract } }, then).reasons).toEqual([
      'leiCheckDigits',
    ]);
  });
});

describe('the parents that GLEIF tells', () => {
  it('are not known where there is an exception from reporting, which is never "no parent"', () => {
    expect(leiJurisdictions(leiExtract(book, '851WYGNLUQLFZBSYGB56'))).toMatchObject({
      ultimateParent: { headquarters: null },
      unknownBecause: 'exception.NO_KNOWN_PERSON',
    });
  });

  it('are not known where nothing was reported, or the parent has no record in the book', () => {
    const [only] = gleifAnswers().filter(
      (text) => text.includes('"lei-records"') && text.includes(appleEnergy),
    );
    const small = readGleif([only ?? '']);
    if ('faults' in small) throw new Error('the sample must be read');
    expect(leiJurisdictions(leiExtract(small.book, appleEnergy)).unknownBecause).toBe('parentNotReported');
    const withoutParent = {
      ...extract,
      ultimateParent: { known: 'parent', lei: 'X', jurisdiction: null, headquarters: null } as const,
    };
    expect(leiJurisdictions(withoutParent).unknownBecause).toBe('parentRecordMissing');
  });
});

describe('an answer of GLEIF', () => {
  it('that is none is refused with the place of each fault', () => {
    const first = gleifAnswers()[0] ?? '';
    const faultsOf = (...texts: string[]) => {
      const result = readGleif(texts);
      return 'faults' in result ? result.faults.map(({ pointer }) => pointer) : [];
    };
    expect(faultsOf('{')).toEqual(['/0']);
    expect(
      faultsOf(first, '{"meta":{"goldenCopy":{"publishDate":"2025-05-15"}},"data":{"type":"lei"}}'),
    ).toEqual(['/1/data']);
    expect(faultsOf()).toEqual(['']);
  });

  it('is dated by the oldest of the copies that were read together', () => {
    const [one = ''] = gleifAnswers();
    const result = readGleif([one, one.replace('2025-05-15', '2024-01-02')]);
    expect(result).toMatchObject({ book: { publishedOn: '2024-01-02' } });
  });
});
