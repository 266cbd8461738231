import { describe, expect, it } from 'vitest';
import { mrzMethod } from '../../../../domain/verification/documents/mrz-method.ts';
import { mrzCheckDigit } from '../../../../domain/verification/documents/mrz-check-digit.ts';
import { checked, company, person } from '../parties.ts';
import { likeness } from '../samples.ts';

const method = mrzMethod(likeness);

/** A passport of Sweden with right check digits. */
function passport({
  names = 'ERIKSSON<<ANNA<MARIA',
  nationality = 'SWE',
  issuer = 'SWE',
  birthDate = '740812',
  expiryDate = '320415',
} = {}): string[] {
  const withDigit = (field: string) => field + mrzCheckDigit(field);
  const number = withDigit('L898902C3');
  const optional = withDigit('<'.repeat(14));
  const [birth, expiry] = [withDigit(birthDate), withDigit(expiryDate)];
  const composite = mrzCheckDigit(number + birth + expiry + optional);
  return [
    `P<${issuer.padEnd(3, '<')}${names}`.padEnd(44, '<').slice(0, 44),
    `${number}${nationality.padEnd(3, '<')}${birth}F${expiry}${optional}${composite}`,
  ];
}

const outcome = (facts: Parameters<typeof person>[0], zone: Parameters<typeof passport>[0] = {}) =>
  checked(method, person(facts), { mrz: passport(zone) });

describe('verification by a machine-readable zone', () => {
  it('passes where name, birth date and nationality agree, and keeps a description of the document', () => {
    const result = outcome({ birthDate: '1974-08-12', citizenships: ['SE'] });
    expect(result).toMatchObject({ outcome: 'passed', reasons: [], discrepancies: [] });
    expect(result.evidence[0]?.description).toContainEqual({
      code: 'number',
      value: { text: 'L898902C3', isPersonal: true },
    });
  });

  it('is not performed without a zone, without a stated name, or of a company', () => {
    expect(checked(method, person()).reasons).toEqual(['mrzMissing']);
    expect(outcome({ name: undefined }).reasons).toEqual(['statedNameMissing']);
    expect(checked(method, company(), { mrz: passport() }).reasons).toEqual(['onlyForIndividuals']);
    expect(checked(method, person()).outcome).toBe('notPerformed');
  });

  it('fails a zone of the specimen state, though the zone is right', () => {
    expect(outcome({}, { issuer: 'UTO' })).toMatchObject({
      outcome: 'failed',
      reasons: ['specimenDocument'],
    });
  });

  it('fails an expired document from the day after its last', () => {
    const lastDay = { expiryDate: '261123' };
    expect(outcome({}, lastDay).outcome).toBe('passed');
    expect(outcome({}, { expiryDate: '261122' })).toMatchObject({
      outcome: 'failed',
      reasons: ['documentExpired'],
    });
  });

  it('fails what does not add up, naming the fields and nobody', () => {
    const [names = '', data = ''] = passport();
    const forged = [names, data.replace('L898902C3', 'L898902C4')];
    expect(checked(method, person(), { mrz: forged })).toMatchObject({
      outcome: 'failed',
      reasons: ['mrz.check.documentNumber', 'mrz.check.composite'],
    });
  });

  it('cannot tell from what has no form of a zone, which may be read badly', () => {
    expect(checked(method, person(), { mrz: ['P<SWE'] })).toMatchObject({
      outcome: 'inconclusive',
      reasons: ['mrz.form.lines'],
    });
  });

  it.each([
    ['the same name', 'Anna Maria Eriksson', 'ERIKSSON<<ANNA<MARIA'],
    ['a name without the second given name', 'Anna Eriksson', 'ERIKSSON<<ANNA<MARIA'],
    ['letters written by two', 'Jörg Änne van der Müllen', 'VAN<DER<MUELLEN<<JOERG<AENNE'],
    ['letters written by one', 'Jörg Müllen', 'MULLEN<<JORG'],
    ['an apostrophe and a hyphen', "Enya-Siobhan O'Connor", 'OCONNOR<<ENYA<SIOBHAN'],
    ['a sharp s', 'Anna Strauß', 'STRAUSS<<ANNA'],
    ['one name only', 'Arkfreith', 'ARKFREITH'],
    [
      'a name that was cut off',
      'Chayapa Dejthamrong Krasuang Nilavadhanananda',
      'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<KRASUANG',
    ],
    ['Cyrillic letters', 'Анна Мария Эрикссон', 'ERIKSSON<<ANNA<MARIA'],
    ['Arabic letters', 'محمد علي', 'ALI<<MOHAMMED'],
    ['Chinese characters', '习近平', 'XI<<JINPING'],
  ])('takes %s for the stated one', (_what, name, names) => {
    expect(outcome({ name }, { names })).toMatchObject({ outcome: 'passed' });
  });

  it.each([
    ['one letter other, as a forger would change it', 'Anna Maria Eriksson', 'ERIKSSON<<HANA<MARIA'],
    ['a misspelt surname', 'Anna Erikson', 'ERIKSSON<<ANNA'],
    ['the given names alone', 'Anna Maria', 'ERIKSSON<<ANNA<MARIA'],
  ])('leaves %s to a person', (_what, name, names) => {
    const result = outcome({ name }, { names });
    expect(result.outcome).not.toBe('passed');
    expect(result.discrepancies[0]).toMatchObject({
      field: 'name',
      stated: { text: name, isPersonal: true },
      found: { isPersonal: true },
    });
  });

  it('fails another name, and another birth date', () => {
    expect(outcome({ name: 'Peter Smith' })).toMatchObject({ outcome: 'failed', reasons: ['nameDiffers'] });
    expect(outcome({ birthDate: '1974-08-13' })).toMatchObject({
      outcome: 'failed',
      reasons: ['birthDateDiffers'],
    });
  });

  it('compares what is known of a birth date, and says when none was stated', () => {
    expect(outcome({ birthDate: '1974-03-01' }, { birthDate: '74<<<<' }).outcome).toBe('passed');
    expect(outcome({ birthDate: '1975-03-01' }, { birthDate: '74<<<<' }).outcome).toBe('failed');
    expect(outcome({}).facts).toContainEqual({
      code: 'notCompared',
      value: { text: 'birthDate', isPersonal: false },
    });
  });

  it('cannot tell from a name that is blank or in letters nobody here reads', () => {
    for (const name of ['  ', 'ᚠᚢᚦᚨᚱᚲ']) {
      expect(outcome({ name })).toMatchObject({ outcome: 'inconclusive', reasons: ['nameNotCompared'] });
    }
  });

  it('cannot tell from a visa, which is no document of identity', () => {
    const withDigit = (field: string) => field + mrzCheckDigit(field);
    const visa = [
      'V<SWEERIKSSON<<ANNA<MARIA'.padEnd(44, '<'),
      `${withDigit('L8988901C')}SWE${withDigit('740812')}F${withDigit('320415')}`.padEnd(44, '<'),
    ];
    expect(checked(method, person(), { mrz: visa })).toMatchObject({
      outcome: 'inconclusive',
      reasons: ['documentIsVisa'],
    });
  });

  it('leaves another nationality to a person, and finds none in the codes of the stateless', () => {
    expect(outcome({ citizenships: ['FR'] })).toMatchObject({
      outcome: 'inconclusive',
      reasons: ['nationalityDiffers'],
    });
    expect(outcome({ citizenships: ['FR'] }, { nationality: 'XXA' }).outcome).toBe('passed');
  });
});
