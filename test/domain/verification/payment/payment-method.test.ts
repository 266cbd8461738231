import { describe, expect, it } from 'vitest';
import { ibanFault } from '../../../../domain/verification/payment/iban.ts';
import { paymentMethod } from '../../../../domain/verification/payment/payment-method.ts';
import { checked, person } from '../parties.ts';
import { sampleRows } from '../samples.ts';

const ibans = sampleRows<{ iban: string; valid: string; note: string }>('iban_samples.csv');

describe('an IBAN', () => {
  it.each(ibans)('$iban is judged: $valid', ({ iban, valid }) => {
    expect(ibanFault(iban) === null).toBe(valid === 'yes');
  });

  it('says what is wrong with it', () => {
    expect(ibanFault('US89370400440532013000')).toBe('ibanCountry');
    expect(ibanFault('FR1420041010050500013M0260')).toBe('ibanLength');
    expect(ibanFault('GB82WEST12345698765433')).toBe('ibanCheckDigits');
    expect(ibanFault('gb82')).toBe('ibanForm');
    expect(ibanFault('A'.repeat(1_000_000))).toBe('ibanForm');
    expect(ibanFault('GB82 WEST 1234 5698 7654 32')).toBeNull();
  });
});

describe('verification by the country of payment', () => {
  const german = { address: { country: 'DE' } };
  const iban = 'DE89370400440532013000';

  it('passes an account or a card of a country that was named', () => {
    expect(checked(paymentMethod, person(german), { iban }).outcome).toBe('passed');
    const card = { payment: { means: 'card', issuerCountry: 'DE' } } as const;
    expect(checked(paymentMethod, person({ ...german, ...card })).outcome).toBe('passed');
  });

  it('leaves another country to a person, and fails an IBAN that is none', () => {
    expect(checked(paymentMethod, person({ address: { country: 'FR' } }), { iban })).toMatchObject({
      outcome: 'inconclusive',
      discrepancies: [{ code: 'paymentCountryDiffers' }],
    });
    expect(checked(paymentMethod, person(german), { iban: 'DE00' }).outcome).toBe('failed');
  });

  it.each([
    ['payment', {}, 'statedPaymentMissing'],
    ['the issuer’s country', { payment: { means: 'card' } }, 'issuerCountryMissing'],
    ['a country of a wallet', { payment: { means: 'wallet' } }, 'walletOfNoCountry'],
  ] as const)('is not performed without %s', (_what, facts, reason) => {
    expect(checked(paymentMethod, person({ ...german, ...facts })).reasons).toEqual([reason]);
  });

  it('is not performed where the party named no country', () => {
    expect(checked(paymentMethod, person(), { iban }).reasons).toEqual(['statedCountryMissing']);
  });
});
