import type { PersonKind } from '../identity/person-facts.ts';
import type { Fraction } from './fraction.ts';

/** What is known of a share, as fractions of one: both ends count. An unknown share is 0 to 1. */
export interface ShareRange {
  readonly minimum: Fraction;
  readonly maximum: Fraction;
}

/** One party's share in an entity, for as long as it held. Days are YYYY-MM-DD. */
export interface Holding {
  readonly owner: string;
  readonly owned: string;
  readonly share: ShareRange;
  /** First day; null when it is not known to have begun later than any day asked about. */
  readonly from: string | null;
  /** The first day on which it no longer held; null while it does. So one day never counts seller and buyer both. */
  readonly to: string | null;
  /** Whether the owner also has rights of control: a reason for caution, never part of the share. */
  readonly hasControl: boolean;
}

export interface OwnershipParty {
  readonly id: string;
  readonly kind: PersonKind;
}

export function isHeldOn({ from, to }: Holding, day: string): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}
