import { describe, expect, it } from 'vitest';
import { companyRegistrationMethod } from '../../../../domain/verification/registration/company-registration-method.ts';
import type { RegisterExtract } from '../../../../domain/verification/registration/register-extract.ts';
import { judgeRegisterNumber } from '../../../../domain/verification/registration/register-numbers.ts';
import { checked, company, person, today } from '../parties.ts';
import { likeness, shippedVerification } from '../samples.ts';

const { registerExtractAtMostDays } = shippedVerification();
const method = companyRegistrationMethod(likeness, registerExtractAtMostDays);

const extract: RegisterExtract = {
  register: 'RA000585',
  jurisdiction: 'GB',
  number: '01234567',
  name: 'Northern Compute Limited',
  status: 'active',
  registeredOn: '1999-04-01',
  extractedOn: '2026-11-01',
  obtainedFrom: 'register',
};
const northern = company({ name: 'Northern Compute Ltd', organizedUnder: 'GB' });
const check = (changes: Partial<RegisterExtract> = {}, party = northern, on = today) =>
  checked(method, party, { registration: { ...extract, ...changes } }, on);

describe('verification by company registration', () => {
  it('passes a current extract of an active company with name and jurisdiction as stated', () => {
    expect(check()).toMatchObject({ outcome: 'passed', reasons: [] });
  });

  it('is not performed without an extract, without a stated name, or of an individual', () => {
    expect(checked(method, northern)).toMatchObject({
      outcome: 'notPerformed',
      reasons: ['registrationMissing'],
    });
    expect(check({}, { ...northern, name: undefined }).reasons).toEqual(['statedNameMissing']);
    expect(check({}, person()).reasons).toEqual(['onlyForEntities']);
  });

  it.each([
    ['a dissolved company', { status: 'dissolved' }, 'entityDissolved'],
    ['a number of another form', { number: '12' }, 'registerNumberFormWrong'],
    ['an extract of tomorrow', { extractedOn: '2026-11-24' }, 'extractFromTheFuture'],
    ['a company registered after its extract', { registeredOn: '2026-11-02' }, 'registeredAfterExtract'],
    ['another name', { name: 'Zephyr Holdings' }, 'nameDiffers'],
  ] as const)('fails %s', (_what, changes, reason) => {
    expect(check(changes)).toMatchObject({ outcome: 'failed', reasons: [reason] });
  });

  it.each([
    ['a company in liquidation', { status: 'inLiquidation' }, 'entityInLiquidation'],
    ['an unknown status', { status: 'unknown' }, 'entityStatusUnknown'],
    ['what the customer sent in itself', { obtainedFrom: 'customer' }, 'extractFromCustomer'],
    ['a name that is blank', { name: ' ' }, 'nameNotCompared'],
    ['another jurisdiction', { jurisdiction: 'IE', number: '123456' }, 'jurisdictionDiffers'],
  ] as const)('cannot tell from %s', (_what, changes, reason) => {
    expect(check(changes)).toMatchObject({ outcome: 'inconclusive', reasons: [reason] });
  });

  it('cannot tell from an extract older than the policy allows, by a day', () => {
    const aged = (days: number) =>
      new Date(Date.parse(today) - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    expect(check({ extractedOn: aged(registerExtractAtMostDays) }).outcome).toBe('passed');
    expect(check({ extractedOn: aged(registerExtractAtMostDays + 1) }).reasons).toEqual(['extractOld']);
  });

  it('cannot tell where the company did not say under what law it is organised', () => {
    const { organizedUnder: _unsaid, ...unsaid } = northern;
    expect(check({}, unsaid).reasons).toEqual(['statedJurisdictionMissing']);
  });
});

describe('the number of a register', () => {
  it.each([
    ['AU', '004 028 077'],
    ['BE', '0403.170.701'],
    ['BR', '33.000.167/0001-01'],
    ['CH', 'CHE-105.909.036'],
    ['CN', '91350100M000100Y43'],
    ['DE', 'HRB 6684'],
    ['FR', '552 100 554'],
    ['GB', 'SC123456'],
    ['NO', '923 609 016'],
    ['SE', '556012-5790'],
    ['US-DE', '6021863'],
  ])('of %s fits: %s', (place, number) => {
    expect(judgeRegisterNumber(number, place)).toBe('fits');
  });

  it.each([
    ['BE', '0403.170.702'],
    ['BR', '33.000.167/0001-02'],
    ['CN', '91350100M000100Y44'],
    ['FR', '552 100 555'],
    ['NO', '923 609 017'],
  ])('of %s has a wrong check digit: %s', (place, number) => {
    expect(judgeRegisterNumber(number, place)).toBe('checkDigitWrong');
  });

  it('of a register whose form is not known says nothing', () => {
    expect(judgeRegisterNumber('X', 'TV')).toBe('formUnknown');
    expect(judgeRegisterNumber('x'.repeat(1_000_000), 'GB')).toBe('formWrong');
  });
});
