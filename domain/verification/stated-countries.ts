import type { Party } from '../identity/party.ts';

/** Every country that the party itself named for where it is, lives or was organised; each once, in order. */
export function statedCountries(party: Party): string[] {
  const places = [party.address?.country, party.location?.country, party.organizedUnder];
  const countries = places.flatMap((place) => (place === undefined ? [] : [countryOf(place)]));
  return [...new Set(countries)].sort();
}

/** A territory of the United States is a country to numbering plans, cards and networks: `US-PR` is `PR`. */
function countryOf(place: string): string {
  return /^US-(?:AS|GU|MP|PR|UM|VI)$/.test(place) ? place.slice(3) : place.slice(0, 2);
}
