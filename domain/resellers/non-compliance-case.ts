import type { Deadline } from '../deadlines/deadline.ts';
import { startDeadline, type DeadlineStart } from '../deadlines/start-deadline.ts';
import { answerDeadline } from '../deadlines/step-deadline.ts';
import type { DeadlineTerm } from '../policy/deadline-term.ts';
import {
  nonComplianceTransitions,
  type NonComplianceProof,
  type NonComplianceState,
  type NonComplianceTransition,
  type NonComplianceTransitionName,
} from './non-compliance-transitions.ts';

export interface NonComplianceCase {
  readonly id: string;
  readonly reseller: string;
  readonly state: NonComplianceState;
  /** When the provider learnt of it: knowledge as in DEF-21, so that a signal counts before somebody reads it. */
  readonly knownAt: string;
  readonly openedBy: string;
  readonly proposedBy: string | null;
  readonly proofs: readonly NonComplianceProof[];
  /** Malicious activity was found, which is to be reported to the authorities before the case can end. */
  readonly isMalicious: boolean;
  readonly deadline: Deadline;
}

export type OpenedCase = Pick<
  NonComplianceCase,
  'id' | 'reseller' | 'knownAt' | 'openedBy' | 'proofs' | 'isMalicious'
>;

/** @throws RangeError when the pack gives the clock no number */
export function openNonCompliance(
  opened: OpenedCase,
  clock: DeadlineTerm,
  { pack, remindersAtPercent }: Pick<DeadlineStart, 'pack' | 'remindersAtPercent'>,
): NonComplianceCase {
  const id = `${opened.id}.${clock.id}`;
  const started = startDeadline(clock, { id, at: opened.knownAt, pack, remindersAtPercent });
  if (started.outcome === 'noClock')
    throw new RangeError(`term ${clock.id}: expected a number, found ${started.because}`);
  return { ...opened, state: 'opened', proposedBy: null, deadline: started.deadline };
}

export type NonComplianceStep =
  | { readonly outcome: 'moves'; readonly case: NonComplianceCase; readonly action: string }
  | { readonly outcome: 'refused'; readonly because: 'notFromHere' | 'samePerson' }
  | { readonly outcome: 'refused'; readonly because: 'proofMissing'; readonly proof: NonComplianceProof };

/** Takes one step by a person, as the table has it, or says why not. */
export function stepNonCompliance(
  reviewed: NonComplianceCase,
  name: NonComplianceTransitionName,
  by: string,
  at: string,
): NonComplianceStep {
  const row: NonComplianceTransition = nonComplianceTransitions[name];
  if (!row.from.includes(reviewed.state)) return { outcome: 'refused', because: 'notFromHere' };
  if (row.secondPerson && (by === reviewed.openedBy || by === reviewed.proposedBy)) {
    return { outcome: 'refused', because: 'samePerson' };
  }
  const isEnd = row.to === 'remedied' || row.to === 'terminated';
  const needs: readonly NonComplianceProof[] =
    isEnd && reviewed.isMalicious ? [...row.needs, 'authorityReport'] : row.needs;
  const proof = needs.find((each) => !reviewed.proofs.includes(each));
  if (proof) return { outcome: 'refused', because: 'proofMissing', proof };
  const isClosed = isEnd || row.to === 'unfounded';
  const deadline = isClosed ? answerDeadline(reviewed.deadline, at) : reviewed.deadline;
  const proposedBy = row.secondPerson ? null : by;
  return { outcome: 'moves', case: { ...reviewed, state: row.to, proposedBy, deadline }, action: row.action };
}
