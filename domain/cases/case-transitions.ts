/** Where a review case can stand. */
export const caseStates = ['opened', 'proposed', 'approved', 'refused', 'lapsed', 'overtaken'] as const;
export type CaseState = (typeof caseStates)[number];

export interface CaseTransition {
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  /** The actor must not be the one who proposed. */
  readonly secondPerson?: true;
  /** Only the pipeline itself makes it. */
  readonly bySystem?: true;
}

/**
 * The life of a review case. The DynamoDB condition, the audit entry, the diagram in `docs/design.md` and the
 * property tests all come from this table. Approval and refusal take two people.
 */
export const caseTransitions = {
  proposeApproval: { from: ['opened'], to: 'proposed' },
  proposeRefusal: { from: ['opened'], to: 'proposed' },
  approve: { from: ['proposed'], to: 'approved', secondPerson: true },
  refuse: { from: ['proposed'], to: 'refused', secondPerson: true },
  dispute: { from: ['proposed'], to: 'opened', secondPerson: true },
  withdraw: { from: ['proposed'], to: 'opened' },
  lapse: { from: ['opened', 'proposed'], to: 'lapsed', bySystem: true },
  overtake: { from: ['opened', 'proposed'], to: 'overtaken', bySystem: true },
} as const satisfies Record<string, CaseTransition>;

export type CaseTransitionName = keyof typeof caseTransitions;

/** States in which nobody has the case any more. */
export function isClosed(state: CaseState): boolean {
  return !Object.values(caseTransitions).some((transition: CaseTransition) =>
    transition.from.includes(state),
  );
}
