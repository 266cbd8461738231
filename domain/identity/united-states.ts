import { isCountryCode } from './country-codes.ts';

/** Territories have a country code of their own beside the subdivision code: PR and US-PR are one place. */
const territories = ['AS', 'GU', 'MP', 'PR', 'UM', 'VI'] as const;

/** The states, the district and the territories, as `data/geo/us_jurisdictions.csv` has them. */
const subdivisions: ReadonlySet<string> = new Set(
  (
    'AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY ' +
    `OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY ${territories.join(' ')}`
  )
    .split(' ')
    .map((code) => `US-${code}`),
);

/** `null`: the code names no place that we know, so nothing follows from it. */
export function isUnitedStates(place: string): boolean | null {
  if (place === 'US' || subdivisions.has(place)) return true;
  if (territories.some((territory) => territory === place)) return true;
  const [country = '', subdivision] = place.split('-');
  if (country === 'US') return null;
  if (!isCountryCode(country)) return null;
  return subdivision === undefined || /^[A-Z0-9]{1,3}$/.test(subdivision) ? false : null;
}

/** People born in American Samoa are US nationals without being citizens, so the code alone settles nothing. */
export function isUnitedStatesCitizenship(place: string): boolean | null {
  return place === 'AS' || place === 'US-AS' ? null : isUnitedStates(place);
}
