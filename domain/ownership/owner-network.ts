import type { StatedNetwork, StatedShare } from './effective/stated-stake.ts';

/** A right in an entity that is no share of its ownership: an office, a role in a trust, votes. */
export interface ControlRight {
  readonly holder: string;
  readonly entity: string;
  /** An interest type of the Beneficial Ownership Data Standard. */
  readonly type: string;
  /** Of what can be counted, such as votes; null where nothing was stated. */
  readonly share: StatedShare | null;
}

export const gapCodes = [
  'unspecifiedParty',
  'unidentifiedParty',
  'unknownRecord',
  'recordEnded',
  'refusedStatement',
  'ownersNotStated',
  'sharesExceedWhole',
  'closedCircle',
  'indirectShareContradicted',
  'indirectShareUnplaced',
] as const;
export type GapCode = (typeof gapCodes)[number];

/** What is not known of an entity's owners. */
export interface OwnershipGap {
  readonly code: GapCode;
  /** The entity whose owners it concerns. */
  readonly entity: string;
  /** Reason codes and ids; never a name. */
  readonly detail: string;
}

/** Everything that owners follow from, whether statements of a register or a provider tell it. */
export interface OwnerNetwork extends StatedNetwork {
  readonly rights: readonly ControlRight[];
  readonly gaps: readonly OwnershipGap[];
  /** Entities that have no owners to be named, as a state. */
  readonly ends: ReadonlySet<string>;
  /** Id → what people call it, for pictures. */
  readonly names: ReadonlyMap<string, string>;
  /** Party → the other ids under which it is known too. */
  readonly alsoKnownAs: ReadonlyMap<string, readonly string[]>;
}
