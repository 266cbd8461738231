export type NameOfJurisdiction = (jurisdiction: string) => string;

/**
 * English names of jurisdictions. Names change between ICU versions, so tables print the code beside; for the same
 * bytes on every machine pass the names.
 */
export function jurisdictionNames(given: ReadonlyMap<string, string> = new Map()): NameOfJurisdiction {
  const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  return (jurisdiction) =>
    given.get(jurisdiction) ??
    (jurisdiction === 'unknown' ? 'Location unknown' : (regions.of(jurisdiction) ?? jurisdiction));
}
