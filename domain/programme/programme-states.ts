/** Where an account can stand in the identification programme. */
export const programmeStates = [
  'pending',
  'provisionalRestricted',
  'underReview',
  'verified',
  'monitoredUnverified',
  'refused',
  'redressOpen',
  'closing',
  'closed',
] as const;
export type ProgrammeState = (typeof programmeStates)[number];

/**
 * What has to be established before a transition is taken. Each is three-valued: unknown is never enough.
 * `identityVerified`: every party is complete, screened and verified. `nothingOwed`: the same after two people have
 * answered what they alone can answer. `termOver`: the deadline that the state was entered with is missed.
 * `policyCloses`, `policyMonitors`: what the programme chose for after a failed verification. `measureProhibits`: a
 * special measure in effect prohibits the account.
 */
export const programmeConditions = [
  'identityVerified',
  'nothingOwed',
  'termOver',
  'policyCloses',
  'policyMonitors',
  'measureProhibits',
] as const;
export type ProgrammeCondition = (typeof programmeConditions)[number];

/** Deadlines that transitions start and answer. `DL-15` stands for the term of the account's risk. */
export type StartedTerm =
  | 'DL-07'
  | 'DL-15'
  | `DL-16-${'provisional' | 'information' | 'monitoring' | 'closing' | 'redress' | 'redressDecision'}`;
