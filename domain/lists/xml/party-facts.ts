import type { BirthDate, Identifier, ListedAddress } from '../list-entry.ts';
import { countryCodeOf } from '../ofac-countries.ts';

/** What is gathered of one party from its features, addresses and documents, whatever the format. */
export interface PartyFacts {
  readonly birthDates: readonly BirthDate[];
  readonly countries: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly addresses: readonly ListedAddress[];
  /** Segments for the remarks: what has no field of its own. */
  readonly remarks: readonly string[];
}

export function factsWith(facts: Partial<PartyFacts>): PartyFacts {
  return { birthDates: [], countries: [], identifiers: [], addresses: [], remarks: [], ...facts };
}

export function mergedFacts(all: readonly PartyFacts[]): PartyFacts {
  return {
    birthDates: all.flatMap(({ birthDates }) => birthDates),
    countries: [...new Set(all.flatMap(({ countries }) => countries))].sort(),
    identifiers: all.flatMap(({ identifiers }) => identifiers),
    addresses: all.flatMap(({ addresses }) => addresses),
    remarks: all.flatMap(({ remarks }) => remarks),
  };
}

/** `Nablus, West Bank`: the place itself, or else its last part, where that is a country we know. */
export function countryOfPlace(place: string): string | null {
  return countryCodeOf(place) ?? countryCodeOf(place.split(', ').at(-1) ?? '');
}
