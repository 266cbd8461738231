import type { Party } from '../../identity/party.ts';
import { open, personal } from '../method-result.ts';
import { statedCountries } from '../stated-countries.ts';
import { notPerformed, resultOf, type VerificationMethod } from '../verification-method.ts';
import { ibanFault, plainIban } from './iban.ts';

const head = { id: 'payment-country', version: 'payment-1', category: 'nonDocumentary' } as const;

/** Whether the party pays from a country that it named: the bank account's, or the card issuer's (VER-02). */
export const paymentMethod: VerificationMethod = {
  ...head,
  check({ party, material: { iban } }) {
    const fault = iban === undefined ? null : ibanFault(iban);
    if (fault !== null) return resultOf(head, 'failed', { reasons: [fault] });
    const country = paymentCountry(party, iban);
    if (country === undefined) return notPerformed(head, whyUnknown(party));
    const stated = statedCountries(party);
    if (stated.length === 0) return notPerformed(head, 'statedCountryMissing');
    const facts = [{ code: 'paymentCountry', value: open(country) }];
    if (stated.includes(country)) return resultOf(head, 'passed', { facts });
    const sides = { stated: personal(stated.join(' ')), found: open(country) };
    const discrepancies = [{ code: 'paymentCountryDiffers', field: 'payment', ...sides }];
    return resultOf(head, 'inconclusive', { reasons: ['paymentCountryDiffers'], facts, discrepancies });
  },
};

function paymentCountry({ payment }: Party, iban: string | undefined): string | undefined {
  return iban === undefined ? payment?.issuerCountry : plainIban(iban).slice(0, 2);
}

/** A wallet belongs to no country. */
function whyUnknown({ payment }: Party): string {
  if (payment === undefined) return 'statedPaymentMissing';
  return payment.means === 'wallet' ? 'walletOfNoCountry' : 'issuerCountryMissing';
}
