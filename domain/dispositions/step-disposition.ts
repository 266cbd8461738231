import { KycError } from '../errors/kyc-error.ts';
import { isExpired } from './disposition-period.ts';
import {
  dispositionTransitions,
  isEnded,
  type DispositionState,
  type DispositionTransition,
  type DispositionTransitionName,
} from './disposition-transitions.ts';

/** The table does not let this person take this step: a fault of the program, never of the person. */
export class DispositionTransitionError extends KycError {
  override readonly name = 'DispositionTransitionError';
}

/** What a person says of a disposition there is. `release` is said by two people: the first proposes it. */
export const dispositionOpinions = ['confirm', 'reject', 'release', 'keep'] as const;
export type DispositionOpinion = (typeof dispositionOpinions)[number];

/** What of a disposition its next step depends on. */
export interface StandingDisposition {
  readonly state: DispositionState;
  readonly until: string;
  readonly proposal: { readonly by: string };
  readonly releaseProposal: { readonly by: string } | null;
}

export type DispositionMove =
  | {
      readonly outcome: 'moves';
      readonly transition: DispositionTransitionName;
      readonly to: DispositionState;
    }
  /** The first person says again what the second has to say. */
  | { readonly outcome: 'ownProposal'; readonly by: string }
  | { readonly outcome: 'alreadyThere'; readonly state: DispositionState }
  /** Its last day is over: there is nothing to confirm or release. */
  | { readonly outcome: 'expired'; readonly until: string }
  | { readonly outcome: 'notNow'; readonly state: DispositionState };

/** What one person's opinion does to a disposition: nothing takes effect by the word of one. */
export function stepDisposition(
  disposition: StandingDisposition,
  opinion: DispositionOpinion,
  by: string,
  now: Date,
): DispositionMove {
  const { state, until } = disposition;
  if (!isEnded(state) && isExpired(until, now)) return { outcome: 'expired', until };
  switch (state) {
    case 'proposed':
      return answerProposal(disposition, opinion, by);
    case 'confirmed':
      if (opinion === 'release') return moves(disposition, 'proposeRelease', by);
      return opinion === 'reject' ? { outcome: 'notNow', state } : { outcome: 'alreadyThere', state };
    case 'releaseProposed':
      return answerRelease(disposition, opinion, by);
    case 'rejected':
    case 'released':
      return { outcome: 'alreadyThere', state };
  }
}

function answerProposal(
  disposition: StandingDisposition,
  opinion: DispositionOpinion,
  by: string,
): DispositionMove {
  const isOwn = disposition.proposal.by === by;
  switch (opinion) {
    case 'confirm':
      return isOwn ? { outcome: 'ownProposal', by } : moves(disposition, 'confirm', by);
    case 'reject':
      return moves(disposition, isOwn ? 'withdraw' : 'reject', by);
    case 'release':
    case 'keep':
      return { outcome: 'notNow', state: disposition.state };
  }
}

function answerRelease(
  disposition: StandingDisposition,
  opinion: DispositionOpinion,
  by: string,
): DispositionMove {
  const isOwn = disposition.releaseProposal?.by === by;
  switch (opinion) {
    case 'release':
      return isOwn ? { outcome: 'ownProposal', by } : moves(disposition, 'release', by);
    case 'keep':
      return moves(disposition, isOwn ? 'withdrawRelease' : 'keep', by);
    case 'confirm':
    case 'reject':
      return { outcome: 'notNow', state: disposition.state };
  }
}

/**
 * Takes a transition as the table has it: from where, by whom.
 * @throws DispositionTransitionError
 */
export function moves(
  disposition: StandingDisposition,
  name: DispositionTransitionName,
  by: string,
): DispositionMove {
  const transition: DispositionTransition = dispositionTransitions[name];
  const { state } = disposition;
  const proposer = state === 'releaseProposed' ? disposition.releaseProposal?.by : disposition.proposal.by;
  const refuse = (expected: string): never => {
    throw new DispositionTransitionError(
      `disposition transition ${name}: expected ${expected}, found ${state}`,
    );
  };
  if (!transition.from.includes(state))
    refuse(`the state ${transition.from.join(' or ') || 'before the first'}`);
  if (transition.secondPerson && (proposer === undefined || proposer === by))
    refuse('a person other than the proposer');
  if (transition.proposerOnly && proposer !== by) refuse('the proposer');
  return { outcome: 'moves', transition: name, to: transition.to };
}
