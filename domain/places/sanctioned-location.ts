import type { Party } from '../identity/party.ts';
import { anyHolds, type Truth } from '../identity/three-valued.ts';
import type { PlaceList } from '../policy/place-list.ts';
import { addressPlaces } from './address-places.ts';
import { listedPlace, type ListedReason } from './listed-place.ts';
import { listedSubdivisions } from './listed-subdivisions.ts';

export const locationBases = ['address', 'location', 'organizedUnder'] as const;
export type LocationBasis = (typeof locationBases)[number];

export interface LocationLimb<Basis extends string = LocationBasis> {
  readonly basis: Basis;
  /** Null: nothing is known, or not whether the place is meant. */
  readonly isListed: Truth;
  /** Without the place itself, which stays with the sealed facts. */
  readonly reasons: readonly Pick<ListedReason, 'list' | 'rule' | 'asOf' | 'because'>[];
}

export interface SanctionedLocation {
  readonly isListed: Truth;
  readonly limbs: readonly LocationLimb[];
}

type LocatedParty = Pick<Party, 'kind' | 'address' | 'location' | 'organizedUnder'>;

/** Whether a party is, is used from, or was organised in a place with which dealings are prohibited as a whole (OFAC-10). */
export function sanctionedLocation(
  { kind, address = {}, location, organizedUnder }: LocatedParty,
  lists: readonly PlaceList[],
): SanctionedLocation {
  const places: Record<LocationBasis, readonly string[]> = {
    address: addressPlaces(address),
    location: location ? [location.country] : [],
    organizedUnder: organizedUnder === undefined ? [] : [organizedUnder],
  };
  const limbs = locationBases
    .filter((basis) => kind === 'entity' || basis !== 'organizedUnder')
    .map((basis) => limbOf(basis, places[basis], lists));
  return { isListed: anyHolds(limbs.map(({ isListed }) => isListed)), limbs };
}

function limbOf(basis: LocationBasis, places: readonly string[], lists: readonly PlaceList[]): LocationLimb {
  const found = places.map((place) => listedPlace(place, lists, listedSubdivisions));
  return {
    basis,
    isListed: found.length === 0 ? null : anyHolds(found.map(({ isListed }) => isListed)),
    reasons: found
      .flatMap(({ reasons }) => reasons)
      .map(({ list, rule, asOf, because }) => ({ list, rule, asOf, because })),
  };
}
