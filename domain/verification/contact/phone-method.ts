import { z } from 'zod';
import { country } from '../../identity/person-facts.ts';
import { statedCountries } from '../stated-countries.ts';
import { open, personal } from '../method-result.ts';
import { notPerformed, resultOf, type VerificationMethod } from '../verification-method.ts';

/** Numbering plans name three places that ISO has not assigned: Ascension, Tristan da Cunha, Kosovo. */
const outsideIso = ['AC', 'TA', 'XK'] as const;

/** What a library of numbering plans reads off a number; made at the edge. */
export const PhoneReading = z.strictObject({
  /** The number that was read, as stated. */
  number: z.string().min(1).max(40),
  isValid: z.boolean(),
  /** Every country that the number may belong to; none for satellites, freephone and international networks. */
  countries: z.array(z.union([country, z.enum(outsideIso)])).max(40),
});
export type PhoneReading = z.infer<typeof PhoneReading>;

const head = { id: 'phone-country', version: 'phone-1', category: 'nonDocumentary' } as const;

/** Whether a number is one of a country that the party named. It proves neither place nor person: numbers travel. */
export const phoneMethod: VerificationMethod = {
  ...head,
  check({ party, material: { phone } }) {
    if (party.phone === undefined) return notPerformed(head, 'statedPhoneMissing');
    if (phone === undefined) return notPerformed(head, 'phoneReadingMissing');
    if (phone.number !== party.phone) return notPerformed(head, 'phoneChangedSince');
    if (!phone.isValid) return resultOf(head, 'failed', { reasons: ['phoneInvalid'] });
    const facts = [{ code: 'phoneCountries', value: open(phone.countries.join(' ')) }];
    if (phone.countries.length === 0) {
      return resultOf(head, 'inconclusive', { reasons: ['phoneOfNoCountry'], facts });
    }
    const stated = statedCountries(party);
    if (stated.length === 0) return notPerformed(head, 'statedCountryMissing');
    if (phone.countries.some((found) => stated.includes(found))) return resultOf(head, 'passed', { facts });
    const sides = { stated: personal(stated.join(' ')), found: open(phone.countries.join(' ')) };
    const discrepancies = [{ code: 'phoneCountryDiffers', field: 'phone', ...sides }];
    return resultOf(head, 'inconclusive', { reasons: ['phoneCountryDiffers'], facts, discrepancies });
  },
};
