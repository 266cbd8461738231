/** Where a case of a reseller that does not comply can stand. */
export const nonComplianceStates = [
  'opened',
  'remedyProposed',
  'terminationProposed',
  'remedied',
  'terminated',
  'unfounded',
] as const;
export type NonComplianceState = (typeof nonComplianceStates)[number];

export interface NonComplianceTransition {
  readonly from: readonly NonComplianceState[];
  readonly to: NonComplianceState;
  /** Taken by a person who neither opened the case nor made the proposal. */
  readonly secondPerson?: true;
  readonly action: `reseller.${string}`;
  /** What has to be on file before. */
  readonly needs: readonly NonComplianceProof[];
}

export const nonComplianceProofs = ['remedy', 'terminationNotice', 'authorityReport', 'finding'] as const;
export type NonComplianceProof = (typeof nonComplianceProofs)[number];

/**
 * The life of such a case. Its clock, DL-02, starts when the provider learns of it and is answered by the end of
 * the case alone. That a remedy within the time is enough is from memory of the proposal, and marked so in the pack.
 */
export const nonComplianceTransitions = {
  proposeRemedied: {
    from: ['opened'],
    to: 'remedyProposed',
    action: 'reseller.remedyProposed',
    needs: ['remedy'],
  },
  proposeTermination: {
    from: ['opened'],
    to: 'terminationProposed',
    action: 'reseller.terminationProposed',
    needs: ['finding'],
  },
  confirmRemedied: {
    from: ['remedyProposed'],
    to: 'remedied',
    secondPerson: true,
    action: 'reseller.remedied',
    needs: ['remedy'],
  },
  terminate: {
    from: ['terminationProposed'],
    to: 'terminated',
    secondPerson: true,
    action: 'reseller.terminated',
    needs: ['finding', 'terminationNotice'],
  },
  dispute: {
    from: ['remedyProposed', 'terminationProposed'],
    to: 'opened',
    secondPerson: true,
    action: 'reseller.disputed',
    needs: [],
  },
  dismiss: {
    from: ['opened'],
    to: 'unfounded',
    secondPerson: true,
    action: 'reseller.dismissed',
    needs: ['finding'],
  },
} as const satisfies Record<string, NonComplianceTransition>;

export type NonComplianceTransitionName = keyof typeof nonComplianceTransitions;
