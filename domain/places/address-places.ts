import { listedSubdivisionNames } from './listed-subdivisions.ts';

/**
 * The places an address names, by ISO 3166 code: its country, or the subdivision where the region is written as a code
 * or by its name in ISO 3166-2. A region in other words says nothing, and its country stands for it.
 */
export function addressPlaces({
  country,
  region = '',
}: {
  readonly country?: string | undefined;
  readonly region?: string | undefined;
}): string[] {
  const subdivision = subdivisionOf(country, folded(region));
  if (subdivision === null) return country === undefined ? [] : [country];
  // Country and region that contradict each other are both looked at.
  return country === undefined || subdivision.startsWith(country) ? [subdivision] : [country, subdivision];
}

function subdivisionOf(country: string | undefined, region: string): string | null {
  const code = region.toUpperCase();
  if (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code)) return code;
  if (listedSubdivisionNames.has(`${country}-${code}`)) return `${country}-${code}`;
  const named = [...listedSubdivisionNames].find(
    ([each, name]) => folded(name) === region && (country === undefined || each.startsWith(country)),
  );
  return named?.[0] ?? null;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
