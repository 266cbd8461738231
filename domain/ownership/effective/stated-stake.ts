import type { ShareRange } from '../holding.ts';

/**
 * Who may stand in a network: an `unidentified` party is known to be there, and nobody knows who it is, or whether
 * anybody stands behind it. It is credited with nothing and takes its place among the owners.
 */
export interface NetworkParty {
  readonly id: string;
  readonly kind: 'individual' | 'entity' | 'unidentified';
}

/** A share as stated, in fractions of one. Whether the lower end itself counts decides nothing under a test of "at least". */
export interface StatedShare extends ShareRange {
  /** The share is below the maximum, not at it. */
  readonly maximumIsExcluded: boolean;
}

export interface StatedStake {
  readonly owner: string;
  readonly owned: string;
  readonly share: StatedShare;
  /**
   * `indirect` is what the owner, an individual, is said to hold through others. It counts by itself only where no chain
   * of direct stakes leads from one to the other; where one does, both tell the same shares.
   */
  readonly way: 'direct' | 'indirect';
}

/** Neutral facts: statements of a register and what a provider says of an account both come to this. */
export interface StatedNetwork {
  readonly parties: readonly NetworkParty[];
  readonly stakes: readonly StatedStake[];
}
