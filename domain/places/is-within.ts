import { isCountryCode } from '../identity/country-codes.ts';
import type { Truth } from '../identity/three-valued.ts';
import { comparedCode, countryAroundTerritory } from './dual-codes.ts';
import type { Subdivisions } from './subdivisions.ts';

/**
 * Whether a place lies within a region, both by ISO 3166 code. Null where the codes do not decide it: a country of which
 * only a part is meant, a code nobody knows, a territory with a code of its own beside the country it belongs to (`HK`
 * and `CN`). The territories of the United States are within it.
 */
export function isWithin(place: string, region: string, subdivisions: Subdivisions): Truth {
  const [inner, outer] = [comparedCode(place), comparedCode(region)];
  if (inner === outer) return true;
  const country = inner.slice(0, 2);
  const outerCountry = outer.slice(0, 2);
  if (!isCountryCode(country) || !isCountryCode(outerCountry)) return null;
  if (country !== outerCountry) {
    if (countryAroundTerritory(country) !== outer) return false;
    return outer === 'US' ? true : null;
  }
  if (outer === outerCountry) return true;
  if (partsAbove(inner, subdivisions).includes(outer)) return true;
  const isWider = partsAbove(outer, subdivisions).includes(inner);
  const areKnown = subdivisions.has(outer) && subdivisions.has(inner);
  return isWider || !areKnown ? null : false;
}

/** What a place is part of, up to its country. */
function partsAbove(place: string, subdivisions: Subdivisions): string[] {
  const above: string[] = [];
  let part = subdivisions.get(place);
  while (part !== undefined && !above.includes(part)) {
    above.push(part);
    part = subdivisions.get(part);
  }
  return above;
}
