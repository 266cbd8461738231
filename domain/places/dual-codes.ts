/**
 * Subdivisions that have a country code of their own: one place, two codes. From the notes of ISO 3166-2; the country
 * code is the one that is compared.
 */
const countryCodeOf: Readonly<Record<string, string>> = {
  ...{ 'CN-HK': 'HK', 'CN-MO': 'MO', 'CN-TW': 'TW', 'FI-01': 'AX', 'NO-21': 'SJ', 'NO-22': 'SJ' },
  ...{ 'FR-971': 'GP', 'FR-972': 'MQ', 'FR-973': 'GF', 'FR-974': 'RE', 'FR-976': 'YT', 'FR-BL': 'BL' },
  ...{ 'FR-MF': 'MF', 'FR-NC': 'NC', 'FR-PF': 'PF', 'FR-PM': 'PM', 'FR-TF': 'TF', 'FR-WF': 'WF' },
  ...{ 'NL-AW': 'AW', 'NL-BQ1': 'BQ', 'NL-BQ2': 'BQ', 'NL-BQ3': 'BQ', 'NL-CW': 'CW', 'NL-SX': 'SX' },
  ...{ 'US-AS': 'AS', 'US-GU': 'GU', 'US-MP': 'MP', 'US-PR': 'PR', 'US-UM': 'UM', 'US-VI': 'VI' },
};

/** Country code of a territory → the country whose subdivision it also is. */
const countryAround: ReadonlyMap<string, string> = new Map(
  Object.entries(countryCodeOf).map(([subdivision, own]) => [own, subdivision.slice(0, 2)]),
);

/** The one code under which a place is compared: `CN-HK` is `HK`. */
export function comparedCode(place: string): string {
  return countryCodeOf[place] ?? place;
}

/** The country that a territory with a code of its own is coded under, too: of `HK` it is `CN`. */
export function countryAroundTerritory(country: string): string | undefined {
  return countryAround.get(country);
}
