import { anyHolds, type Truth } from '../identity/three-valued.ts';
import type { PlaceList } from '../policy/place-list.ts';
import { isWithin } from './is-within.ts';
import type { Subdivisions } from './subdivisions.ts';

/** One place of a list that a place is, is in, or may be in. */
export interface ListedReason {
  readonly list: string;
  readonly rule: string;
  readonly asOf: string;
  readonly code: string;
  readonly name: string;
  readonly because: 'listed' | 'doubtful' | 'mayBeInside';
  /** What the list says of that place, and how sure it is of itself. */
  readonly note: string;
}

export interface ListedPlace {
  /** Null: whether the place is meant is not established; a person has to look. */
  readonly isListed: Truth;
  readonly reasons: readonly ListedReason[];
}

/**
 * Whether a place is on one of the lists. A place that is not known is not elsewhere: without it nothing is decided.
 * @param place ISO 3166-1 alpha-2 or ISO 3166-2; null where it is not known
 */
export function listedPlace(
  place: string | null,
  lists: readonly PlaceList[],
  subdivisions: Subdivisions,
): ListedPlace {
  if (place === null) return { isListed: null, reasons: [] };
  const found = lists.flatMap((list) =>
    list.places.flatMap((listed) => {
      const inside = isWithin(place, listed.code, subdivisions);
      return inside === false ? [] : [{ list, listed, inside }];
    }),
  );
  return {
    isListed: anyHolds(found.map(({ listed, inside }) => (listed.standing === 'doubtful' ? null : inside))),
    reasons: found.map(({ list, listed, inside }) => ({
      ...{ list: list.id, rule: list.rule, asOf: list.asOf, code: listed.code, name: listed.name },
      because: inside === null ? 'mayBeInside' : listed.standing,
      note: [listed.note, `${list.title}: ${list.confidence}. ${list.source}`].filter(Boolean).join('. '),
    })),
  };
}

/** When a place left a list: answers whoever still finds it on an older copy. */
export function removedPlaces(
  place: string,
  lists: readonly PlaceList[],
): { readonly list: string; readonly name: string; readonly on: string; readonly source: string }[] {
  return lists.flatMap(({ id, removed }) =>
    removed
      .filter(({ code }) => code === place)
      .map(({ name, on, source }) => ({ list: id, name, on, source })),
  );
}
