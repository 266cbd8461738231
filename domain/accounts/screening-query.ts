import type { Owner } from '../identity/party.ts';
import type { ScreeningQuery } from '../screening/screening.ts';

/** Facts with what is sealed beside them, so that the digest of a query tells nothing to who cannot unseal it. */
export type SaltedFacts = Owner & { readonly salt: string };

/** What of a party's facts the lists are searched with. */
export function screeningQuery(facts: Owner & Partial<SaltedFacts>): ScreeningQuery {
  const { name, otherNames, kind, birthDate, salt } = facts;
  const countries = countriesOf(facts);
  const wallet = facts.payment?.wallet;
  return {
    kind,
    ...(salt === undefined ? {} : { salt }),
    ...(name === undefined ? {} : { name }),
    ...(otherNames ? { otherNames } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(countries.length > 0 ? { countries } : {}),
    ...(wallet ? { identifiers: [{ kind: 'wallet', value: wallet }] } : {}),
  };
}

function countriesOf({ address, citizenships = [], location, organizedUnder }: Owner): string[] {
  const named = [address?.country, location?.country, organizedUnder, ...citizenships];
  return [...new Set(named.flatMap((country) => (country ? [country.slice(0, 2)] : [])))];
}
