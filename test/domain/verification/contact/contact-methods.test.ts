import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isCountryCode } from '../../../../domain/identity/country-codes.ts';
import { emailMethod } from '../../../../domain/verification/contact/email-method.ts';
import { isSameDomain, MailDomains } from '../../../../domain/verification/contact/mail-domains.ts';
import { phoneMethod, PhoneReading } from '../../../../domain/verification/contact/phone-method.ts';
import { checked, company, person } from '../parties.ts';
import { sampleRows } from '../samples.ts';

const lists = MailDomains.parse(
  JSON.parse(readFileSync(new URL('../../../../data/mail/mail-domains.json', import.meta.url), 'utf8')),
);
const email = emailMethod(lists);
const mail = (address: string, website?: string, party = company()) =>
  checked(email, { ...party, email: address }, website === undefined ? {} : { website });

describe('verification by the domain of an email address', () => {
  it.each([
    ['it@apple-energy.example', 'https://www.apple-energy.example/about'],
    ['it@mail.apple-energy.example', 'apple-energy.example'],
    ['IT@Apple-Energy.EXAMPLE', 'http://apple-energy.example'],
  ])('passes %s beside the website %s', (address, website) => {
    expect(mail(address, website).outcome).toBe('passed');
  });

  it.each([
    ['a domain of another owner', 'it@other.example', 'apple-energy.example', 'emailDomainDiffers'],
    ['a neighbour under a shared suffix', 'it@apple.co.uk', 'co.uk', 'emailDomainDiffers'],
    ['a domain that ends alike', 'it@notapple.example', 'apple.example', 'emailDomainDiffers'],
    ['an address for everybody', 'apple@gmail.com', 'apple.example', 'emailFree'],
    ['a domain without a website', 'it@unrelated.example', undefined, 'websiteMissing'],
    ['a domain that spells the name', 'it@appleenergy.example', undefined, 'emailSpellsName'],
    ['a website that is none', 'it@unrelated.example', 'http://', 'websiteMissing'],
  ])('cannot tell from %s', (_what, address, website, reason) => {
    expect(mail(address, website)).toMatchObject({ outcome: 'inconclusive', reasons: [reason] });
  });

  it('fails an address made to be thrown away, of whomever, and one without a domain', () => {
    expect(mail('x@sub.mailinator.com').reasons).toEqual(['emailDisposable']);
    expect(mail('x@mailinator.com', undefined, person()).outcome).toBe('failed');
    expect(mail('x@localhost').reasons).toEqual(['emailDomainMalformed']);
  });

  it('tells nothing of an individual, and is not performed without an address', () => {
    expect(mail('anna@eriksson.example', 'eriksson.example', person()).outcome).toBe('inconclusive');
    expect(checked(email, company())).toMatchObject({
      outcome: 'notPerformed',
      reasons: ['statedEmailMissing'],
    });
  });
});

describe('two domains', () => {
  it('are one where the upper is somebody’s own, and strangers under a suffix that is shared', () => {
    expect(isSameDomain('a.b.example', 'b.example')).toBe(true);
    expect(isSameDomain('a.co.jp', 'co.jp')).toBe(false);
  });
});

interface PhoneRow {
  readonly country: string;
  readonly e164: string;
  readonly valid: string;
  readonly type: string;
  readonly possible_countries: string;
}
const rows = sampleRows<PhoneRow>('phone_samples.csv');
const readingOf = ({ e164, valid, possible_countries: countries }: PhoneRow) =>
  PhoneReading.parse({
    number: e164,
    isValid: valid === 'true',
    countries: countries.split(' ').filter(Boolean),
  });

describe('verification by the country of a phone number', () => {
  it('passes every example number for a party of a country that it may belong to', () => {
    const ordinary = rows.filter(({ country, valid }) => isCountryCode(country) && valid === 'true');
    const outcomes = ordinary.map((row) => {
      const phone = readingOf(row);
      const [country = ''] = phone.countries;
      const party = person({ phone: row.e164, ...(isCountryCode(country) && { address: { country } }) });
      return checked(phoneMethod, party, { phone }).outcome;
    });
    expect(ordinary.length).toBeGreaterThan(200);
    expect(new Set(outcomes)).toEqual(new Set(['passed']));
  });

  it('fails what is no number, cannot tell from one of no country, and leaves another country to a person', () => {
    // The shortest is no phone number to the webhook's schema either.
    const odd = rows.filter(({ country, e164 }) => country === '' && e164.length > 2);
    expect(odd.length).toBeGreaterThan(10);
    for (const row of odd) {
      const phone = readingOf(row);
      const party = person({ phone: row.e164, address: { country: 'FR' } });
      const { outcome } = checked(phoneMethod, party, { phone });
      expect(outcome).toBe(phone.isValid ? 'inconclusive' : 'failed');
    }
  });

  it('is not performed without number, reading or country, or when the number has changed since', () => {
    const phone = { number: '+33612345678', isValid: true, countries: ['FR' as const] };
    expect(checked(phoneMethod, person(), { phone }).reasons).toEqual(['statedPhoneMissing']);
    expect(checked(phoneMethod, person({ phone: phone.number })).reasons).toEqual(['phoneReadingMissing']);
    expect(checked(phoneMethod, person({ phone: phone.number }), { phone }).reasons).toEqual([
      'statedCountryMissing',
    ]);
    expect(checked(phoneMethod, person({ phone: '+33687654321' }), { phone }).reasons).toEqual([
      'phoneChangedSince',
    ]);
  });
});
