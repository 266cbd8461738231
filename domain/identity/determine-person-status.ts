import { anyHolds, type Truth } from './three-valued.ts';
import type { PersonFacts } from './person-facts.ts';
import { isUnitedStates, isUnitedStatesCitizenship } from './united-states.ts';

export type PersonStatus = 'us' | 'foreign' | 'undetermined';

/** One arm of the definition of a US person (DEF-02): any one that holds is enough. */
export interface Limb {
  readonly limb: 'citizen' | 'permanentResident' | 'organisation' | 'location';
  /** `null`: not known. */
  readonly holds: Truth;
  readonly because: string;
}

export interface PersonDetermination {
  readonly status: PersonStatus;
  readonly limbs: readonly Limb[];
}

/**
 * US, foreign or undetermined, by a three-valued OR over the limbs that apply to this kind of person. Location beats
 * nationality and applies to entities too, so nobody is foreign whose location is not known.
 */
export function determinePersonStatus(facts: PersonFacts): PersonDetermination {
  const limbs =
    facts.kind === 'individual'
      ? [citizen(facts), permanentResident(facts), location(facts)]
      : [organisation(facts), location(facts)];
  return { status: statusFrom(anyHolds(limbs.map(({ holds }) => holds))), limbs };
}

function statusFrom(isUsPerson: Truth): PersonStatus {
  if (isUsPerson === null) return 'undetermined';
  return isUsPerson ? 'us' : 'foreign';
}

function citizen({ citizenships }: PersonFacts): Limb {
  const holds = citizenships === undefined ? null : anyHolds(citizenships.map(isUnitedStatesCitizenship));
  return { limb: 'citizen', holds, because: becauseOfList('citizenships', citizenships) };
}

function permanentResident({ permanentResidentOf }: PersonFacts): Limb {
  const holds = permanentResidentOf === undefined ? null : anyHolds(permanentResidentOf.map(isUnitedStates));
  return {
    limb: 'permanentResident',
    holds,
    because: becauseOfList('permanentResidentOf', permanentResidentOf),
  };
}

/** A branch is part of the entity that it is a branch of, wherever it is registered. */
function organisation({ organizedUnder, branchOf }: PersonFacts): Limb {
  if (branchOf !== undefined) {
    const head = branchOf.organizedUnder;
    return {
      limb: 'organisation',
      holds: isUnitedStates(head),
      because: `branch of an entity organised under ${head}`,
    };
  }
  if (organizedUnder === undefined) {
    return { limb: 'organisation', holds: null, because: 'organizedUnder is not known' };
  }
  return {
    limb: 'organisation',
    holds: isUnitedStates(organizedUnder),
    because: `organised under ${organizedUnder}`,
  };
}

function location({ location: place }: PersonFacts): Limb {
  if (place === undefined) return { limb: 'location', holds: null, because: 'location is not known' };
  if (place.as === 'located') {
    return { limb: 'location', holds: isUnitedStates(place.country), because: `located in ${place.country}` };
  }
  const seen = place.as === 'visiting' ? 'only visiting' : 'not known to be located in';
  return { limb: 'location', holds: null, because: `${seen} ${place.country}` };
}

function becauseOfList(field: string, places: readonly string[] | undefined): string {
  if (places === undefined) return `${field} is not known`;
  return places.length === 0 ? `${field}: none` : `${field}: ${places.join(', ')}`;
}
