export interface ReviewTerms {
  /** Days from opening until nobody waits any longer. */
  readonly timeoutDays: number;
  /** Days without a step by a person until the case lapses. */
  readonly heartbeatDays: number;
}

/** When a case lapses unless somebody takes a step: the same instants at which the state machine stops waiting. */
export function caseDueAt(openedAt: Date, lastStepAt: Date, terms: ReviewTerms): Date {
  const end = openedAt.getTime() + terms.timeoutDays * dayMs;
  return new Date(Math.min(end, lastStepAt.getTime() + terms.heartbeatDays * dayMs));
}

const dayMs = 24 * 3600 * 1000;
