import type { AccountStatus } from '../accounts/account-status.ts';
import { ProgrammeStepError } from '../errors/kyc-error.ts';
import type { AccountDecision, ReviewVerdict } from '../risk/decide-account.ts';
import type { AccountStanding } from './account-standing.ts';
import {
  grantedPermission,
  noMoreThan,
  type GrantedPermission,
  type GrantingPolicy,
} from './granted-permission.ts';
import { deadlinesAfter, type DeadlineContext, type TermBook } from './programme-deadlines.ts';
import { statusOf, transitionOfDecision } from './programme-of-decision.ts';
import type { ProgrammeTransitionName } from './programme-transitions.ts';
import { stepProgramme, type ProgrammeActor, type ProgrammeStep } from './step-programme.ts';

export interface ReviewEnd {
  readonly verdict: ReviewVerdict;
  /** Who proposed what was decided, and who decided it; null where nobody did. */
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
}

export type TakenStep = Extract<ProgrammeStep, { outcome: 'moves' }>;

export interface DecidedStanding extends AccountStanding, GrantedPermission {
  readonly status: AccountStatus;
  readonly reasons: readonly string[];
  /** Null: the decision asks for no transition, and the account stays where it stands. */
  readonly taken: TakenStep | null;
}

export interface DecisionContext extends DeadlineContext {
  readonly policy: GrantingPolicy;
  readonly terms: TermBook;
}

/**
 * Where a decision leaves the account: it takes the table's transition or none. What the account may do is never more
 * than its state grants, nor more than the decision says.
 * @throws ProgrammeStepError when the table refuses what the decision asks for: a fault of the program
 */
export function decidedStanding(
  before: AccountStanding,
  decision: AccountDecision,
  review: ReviewEnd | null,
  { policy, terms, ...context }: DecisionContext,
): DecidedStanding {
  const name = transitionOfDecision(before.state, decision, review?.verdict);
  const taken = name === null ? null : stepBy(name, before, decision, review);
  const state = taken?.to ?? before.state;
  const status = statusOf(state);
  return {
    state,
    openedBy: taken ? taken.openedBy : before.openedBy,
    deadlines: taken ? deadlinesAfter(before.deadlines, taken.row, context, terms) : before.deadlines,
    status,
    ...noMoreThan(grantedPermission(state, policy, taken?.row), decision.permission),
    reasons: status === decision.status ? decision.reasons : [...decision.reasons, state],
    taken,
  };
}

function stepBy(
  transition: ProgrammeTransitionName,
  before: AccountStanding,
  { status }: AccountDecision,
  review: ReviewEnd | null,
): TakenStep {
  const isSettled = status === 'verified';
  const step = stepProgramme(before, {
    transition,
    actor: actorOf(review),
    conditions: {
      identityVerified: isSettled && review === null,
      nothingOwed: isSettled && review?.verdict === 'approve',
    },
    ...(review?.proposedBy == null ? {} : { proposedBy: review.proposedBy }),
  });
  if (step.outcome === 'moves') return step;
  throw new ProgrammeStepError(
    `transition ${transition} from ${before.state}: expected the table to have it, found ${step.because}` +
      (step.because === 'condition' ? ` ${step.condition}` : ''),
  );
}

function actorOf(review: ReviewEnd | null): ProgrammeActor {
  return review?.decidedBy == null ? { kind: 'system' } : { kind: 'person', id: review.decidedBy };
}
