import {
  caseTransitions,
  isClosed,
  type CaseState,
  type CaseTransition,
  type CaseTransitionName,
} from './case-transitions.ts';

export type Verdict = 'approve' | 'refuse';

export interface Proposal {
  readonly verdict: Verdict;
  readonly by: string;
}

export interface ReviewCase {
  readonly state: CaseState;
  readonly proposal: Proposal | null;
}

export type CaseStep =
  | { readonly outcome: 'moves'; readonly transition: CaseTransitionName; readonly to: CaseState }
  | { readonly outcome: 'alreadyDecided'; readonly state: CaseState }
  | { readonly outcome: 'alreadyProposed'; readonly by: string };

/**
 * What one person's verdict does to a case. The first verdict proposes; a second person's equal verdict decides and
 * an unequal one disputes. A proposer who repeats the verdict changes nothing, and one who turns round withdraws.
 */
export function stepByVerdict(reviewCase: ReviewCase, verdict: Verdict, by: string): CaseStep {
  if (isClosed(reviewCase.state)) return { outcome: 'alreadyDecided', state: reviewCase.state };
  const { proposal } = reviewCase;
  if (!proposal) return moves(reviewCase, verdict === 'approve' ? 'proposeApproval' : 'proposeRefusal');
  if (proposal.by === by) {
    return proposal.verdict === verdict ? { outcome: 'alreadyProposed', by } : moves(reviewCase, 'withdraw');
  }
  return moves(reviewCase, proposal.verdict === verdict ? verdict : 'dispute');
}

/** What the pipeline does to a case that time or newer data has passed by. */
export function stepBySystem(reviewCase: ReviewCase, transition: 'lapse' | 'overtake'): CaseStep {
  if (isClosed(reviewCase.state)) return { outcome: 'alreadyDecided', state: reviewCase.state };
  return moves(reviewCase, transition);
}

function moves(reviewCase: ReviewCase, name: CaseTransitionName): CaseStep {
  const transition: CaseTransition = caseTransitions[name];
  if (!transition.from.includes(reviewCase.state)) {
    throw new RangeError(`case transition ${name} does not start from ${reviewCase.state}`);
  }
  return { outcome: 'moves', transition: name, to: transition.to };
}
