import type { Truth } from '../identity/three-valued.ts';

/** Why a party is, may be, or is not who or where a measure means. Codes and listed words only. */
export interface HitReason {
  readonly code:
    | 'locatedIn'
    | 'mayBeIn'
    | 'mayBeInRegion'
    | 'usedFrom'
    | 'locationUnknown'
    | 'personStatusUndetermined'
    | 'sameParty'
    | 'linkedEntity'
    | 'sameIdentifier'
    | 'possibleMatch'
    | 'notCompared';
  readonly party: string;
  /** The measure's side: a code, a region, a subject's name, a score. */
  readonly detail: string;
}

export interface PartyHit {
  /** Null: it is not known, and a person has to look. */
  readonly isHit: Truth;
  readonly reasons: readonly HitReason[];
}

export const notHit: PartyHit = { isHit: false, reasons: [] };
