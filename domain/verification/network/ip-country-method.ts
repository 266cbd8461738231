import { z } from 'zod';
import { country } from '../../identity/person-facts.ts';
import { open, personal } from '../method-result.ts';
import { statedCountries } from '../stated-countries.ts';
import { notPerformed, resultOf, type VerificationMethod } from '../verification-method.ts';

/** One access (DATA-08), by the country of its address: the address itself stays where accesses are kept. */
export const AccessObservation = z.strictObject({
  /** `null`: the address is of no known country, or hides one (a relay, a public proxy). */
  country: country.nullable(),
  at: z.iso.datetime(),
  kind: z.enum(['access', 'administration']),
});
export type AccessObservation = z.infer<typeof AccessObservation>;

export interface AccessPolicy {
  /** Fewer tell nothing. */
  readonly fewestObservations: number;
  /** How far back accesses count. */
  readonly windowDays: number;
  /** Up to this share of the accesses with a country may come from elsewhere: people travel. */
  readonly elsewhereShareAtMost: number;
  /** Up to this share of all may be of no known country. */
  readonly unknownShareAtMost: number;
}

const head = { id: 'ip-country', version: 'ip-1', category: 'nonDocumentary' } as const;
const millisecondsOfDay = 24 * 60 * 60 * 1000;

/** Whether the account is used from where the party says it is, over time. An address proves no location. */
export function ipCountryMethod(policy: AccessPolicy): VerificationMethod {
  return {
    ...head,
    check({ party, material: { accesses }, today }) {
      if (accesses === undefined) return notPerformed(head, 'accessesMissing');
      const stated = statedCountries(party);
      if (stated.length === 0) return notPerformed(head, 'statedCountryMissing');
      const counted = accesses.filter(({ at }) => isWithin(at, today, policy.windowDays));
      if (counted.length < policy.fewestObservations) return notPerformed(head, 'tooFewAccesses');
      const known = counted.flatMap((access) => (access.country === null ? [] : [access.country]));
      const elsewhere = known.filter((found) => !stated.includes(found));
      const facts = [
        { code: 'accessCountries', value: open([...new Set(known)].sort().slice(0, 50).join(' ')) },
      ];
      const unknownShare = 1 - known.length / counted.length;
      if (known.length === 0 || unknownShare > policy.unknownShareAtMost) {
        return resultOf(head, 'inconclusive', { reasons: ['accessCountriesUnknown'], facts });
      }
      if (elsewhere.length / known.length <= policy.elsewhereShareAtMost)
        return resultOf(head, 'passed', { facts });
      const found = open([...new Set(elsewhere)].sort().slice(0, 50).join(' '));
      const sides = { stated: personal(stated.join(' ')), found };
      const discrepancies = [{ code: 'accessCountryDiffers', field: 'location', ...sides }];
      return resultOf(head, 'inconclusive', { reasons: ['accessCountryDiffers'], facts, discrepancies });
    },
  };
}

function isWithin(at: string, today: string, windowDays: number): boolean {
  const end = Date.parse(today) + millisecondsOfDay;
  const time = Date.parse(at);
  return time < end && time >= end - windowDays * millisecondsOfDay;
}
