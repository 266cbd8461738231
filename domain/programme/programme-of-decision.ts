import type { AccountStatus } from '../accounts/account-status.ts';
import type { AccountDecision, ReviewVerdict } from '../risk/decide-account.ts';
import type { ProgrammeState } from './programme-states.ts';
import type { ProgrammeTransitionName } from './programme-transitions.ts';

/** Which transition a decision asks for; null: the account stays where it is, and that is said in its audit entry. */
export function transitionOfDecision(
  state: ProgrammeState,
  { status }: Pick<AccountDecision, 'status'>,
  review: ReviewVerdict | undefined,
): ProgrammeTransitionName | null {
  if (isOutsideDecisions(state)) return null;
  switch (status) {
    case 'refused':
      return state === 'underReview' ? 'refuse' : null;
    case 'underReview':
      return 'refer';
    case 'verified':
      return ofVerified(state, review);
    case 'restricted':
      return ofRestricted(state, review);
  }
}

/** Closing, redress and what is closed have ways of their own: new data alone does not lead out of them. */
function isOutsideDecisions(state: ProgrammeState): boolean {
  return state === 'closing' || state === 'closed' || state === 'redressOpen';
}

function ofVerified(
  state: ProgrammeState,
  review: ReviewVerdict | undefined,
): ProgrammeTransitionName | null {
  if (state === 'underReview') return review === 'approve' ? 'approve' : null;
  return state === 'pending' || state === 'provisionalRestricted' || state === 'monitoredUnverified'
    ? 'verify'
    : null;
}

function ofRestricted(
  state: ProgrammeState,
  review: ReviewVerdict | undefined,
): ProgrammeTransitionName | null {
  if (state === 'underReview') {
    if (review === 'approve') return 'approveProvisionally';
    return review === 'lapsed' ? 'lapse' : null;
  }
  if (state === 'pending') return 'beginVerification';
  return state === 'verified' ? 'reverify' : null;
}

/** The status that records, counts and notices of the first version show. */
export function statusOf(state: ProgrammeState): AccountStatus {
  switch (state) {
    case 'pending':
    case 'underReview':
    case 'verified':
    case 'refused':
      return state;
    case 'provisionalRestricted':
    case 'monitoredUnverified':
    case 'redressOpen':
      return 'restricted';
    case 'closing':
    case 'closed':
      return 'refused';
  }
}

/** The state of an account that was stored before states were. */
export function stateOfStatus(status: AccountStatus): ProgrammeState {
  return status === 'restricted' ? 'provisionalRestricted' : status;
}
