/** Where the marking of a match as false can stand. That its time runs out is no state: the clock alone tells. */
export const dispositionStates = [
  'proposed',
  'confirmed',
  'rejected',
  'releaseProposed',
  'released',
] as const;
export type DispositionState = (typeof dispositionStates)[number];

export interface DispositionTransition {
  /** Empty for the one that begins a disposition. */
  readonly from: readonly DispositionState[];
  readonly to: DispositionState;
  /** The actor must not be the one whose proposal it answers. */
  readonly secondPerson?: true;
  /** Only the one whose proposal it is may take it back. */
  readonly proposerOnly?: true;
}

/**
 * The life of a disposition. What takes effect takes two people: that a match stays away, and that it comes back
 * before its time. Until the second has spoken, everything is as it was.
 */
export const dispositionTransitions = {
  propose: { from: [], to: 'proposed' },
  confirm: { from: ['proposed'], to: 'confirmed', secondPerson: true },
  reject: { from: ['proposed'], to: 'rejected', secondPerson: true },
  withdraw: { from: ['proposed'], to: 'rejected', proposerOnly: true },
  proposeRelease: { from: ['confirmed'], to: 'releaseProposed' },
  release: { from: ['releaseProposed'], to: 'released', secondPerson: true },
  keep: { from: ['releaseProposed'], to: 'confirmed', secondPerson: true },
  withdrawRelease: { from: ['releaseProposed'], to: 'confirmed', proposerOnly: true },
} as const satisfies Record<string, DispositionTransition>;

export type DispositionTransitionName = keyof typeof dispositionTransitions;

/** States that nothing leaves any more. */
export function isEnded(state: DispositionState): boolean {
  return !Object.values(dispositionTransitions).some((transition: DispositionTransition) =>
    transition.from.includes(state),
  );
}
