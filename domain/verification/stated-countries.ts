import type { Party } from '../identity/party.ts';
import { comparedCode } from '../places/dual-codes.ts';

/**
 * Every country that the party itself named for where it is, lives or was organised; each once, in order. A territory
 * with a code of its own is a country to numbering plans, cards and networks.
 */
export function statedCountries(party: Party): string[] {
  const places = [party.address?.country, party.location?.country, party.organizedUnder];
  const countries = places.flatMap((place) => (place === undefined ? [] : [comparedCode(place).slice(0, 2)]));
  return [...new Set(countries)].sort();
}
