import { KycError } from '../errors/kyc-error.ts';
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

export type CaseActor = { readonly kind: 'person'; readonly id: string } | { readonly kind: 'system' };

/** The table does not let this actor take this step: a fault of the program, never of a person. */
export class CaseTransitionError extends KycError {
  override readonly name = 'CaseTransitionError';
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
  const person = { kind: 'person', id: by } as const;
  if (!proposal)
    return moves(reviewCase, verdict === 'approve' ? 'proposeApproval' : 'proposeRefusal', person);
  if (proposal.by === by) {
    return proposal.verdict === verdict
      ? { outcome: 'alreadyProposed', by }
      : moves(reviewCase, 'withdraw', person);
  }
  return moves(reviewCase, proposal.verdict === verdict ? verdict : 'dispute', person);
}

/** What the pipeline does to a case that time or newer data has passed by. */
export function stepBySystem(reviewCase: ReviewCase, transition: 'lapse' | 'overtake'): CaseStep {
  if (isClosed(reviewCase.state)) return { outcome: 'alreadyDecided', state: reviewCase.state };
  return moves(reviewCase, transition, { kind: 'system' });
}

/**
 * Takes a transition as the table has it: from where, by whom.
 * @throws CaseTransitionError
 */
export function moves(reviewCase: ReviewCase, name: CaseTransitionName, actor: CaseActor): CaseStep {
  const transition: CaseTransition = caseTransitions[name];
  const refuse = (expected: string): never => {
    throw new CaseTransitionError(
      `case transition ${name}: expected ${expected}, found state ${reviewCase.state} and actor ${actor.kind}`,
    );
  };
  if (!transition.from.includes(reviewCase.state)) refuse(`the state ${transition.from.join(' or ')}`);
  if ((transition.bySystem ?? false) !== (actor.kind === 'system')) {
    refuse(transition.bySystem ? 'the system to take it' : 'a person to take it');
  }
  if (transition.secondPerson && !isSecondPerson(reviewCase.proposal, actor)) {
    refuse('a person other than the proposer');
  }
  return { outcome: 'moves', transition: name, to: transition.to };
}

function isSecondPerson(proposal: Proposal | null, actor: CaseActor): boolean {
  return proposal !== null && actor.kind === 'person' && actor.id !== proposal.by;
}
