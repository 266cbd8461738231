import type { Truth } from '../identity/three-valued.ts';
import type { ProgrammeCondition, ProgrammeState } from './programme-states.ts';
import {
  programmeTransitions,
  type ProgrammeTransition,
  type ProgrammeTransitionName,
} from './programme-transitions.ts';

export type ProgrammeActor =
  | { readonly kind: 'system' }
  | { readonly kind: 'provider' }
  | { readonly kind: 'person'; readonly id: string };

export interface ProgrammeAccount {
  readonly state: ProgrammeState;
  /** Who opened what waits for a decision; null where the system or the provider did, or nothing waits. */
  readonly openedBy: string | null;
}

export interface ProgrammeTrigger {
  readonly transition: ProgrammeTransitionName;
  readonly actor: ProgrammeActor;
  /** What is established of the conditions; what is absent or null is not known. */
  readonly conditions?: Partial<Readonly<Record<ProgrammeCondition, Truth>>>;
  /** Who proposed the decision that a second person takes. */
  readonly proposedBy?: string;
}

export type ProgrammeStep =
  | {
      readonly outcome: 'moves';
      readonly transition: ProgrammeTransitionName;
      readonly from: ProgrammeState;
      readonly to: ProgrammeState;
      readonly openedBy: string | null;
      /** What the change needs beside it, in one transaction: see the table. */
      readonly row: ProgrammeTransition;
    }
  | {
      readonly outcome: 'refused';
      readonly because: 'notFromHere' | 'notThisActor' | 'noProposal' | 'samePerson';
    }
  /** A condition that does not hold (`false`), or of which nobody knows whether it does (`null`). */
  | {
      readonly outcome: 'refused';
      readonly because: 'condition';
      readonly condition: ProgrammeCondition;
      readonly holds: false | null;
    };

/** Takes one transition as the table has it, or says why not. An administrator is a person like any other. */
export function stepProgramme(account: ProgrammeAccount, trigger: ProgrammeTrigger): ProgrammeStep {
  const { transition, actor, conditions = {} } = trigger;
  const row: ProgrammeTransition = programmeTransitions[transition];
  if (!row.from.includes(account.state)) return { outcome: 'refused', because: 'notFromHere' };
  if (!row.by.includes(actor.kind)) return { outcome: 'refused', because: 'notThisActor' };
  const objection = row.secondPerson ? objectionToPerson(account, trigger) : null;
  if (objection) return { outcome: 'refused', because: objection };
  for (const condition of row.needs ?? []) {
    const holds = conditions[condition] ?? null;
    if (holds !== true) return { outcome: 'refused', because: 'condition', condition, holds };
  }
  return {
    outcome: 'moves',
    transition,
    from: account.state,
    to: row.to,
    openedBy: openerAfter(account, row, actor),
    row,
  };
}

function objectionToPerson(
  { openedBy }: ProgrammeAccount,
  { actor, proposedBy }: ProgrammeTrigger,
): 'noProposal' | 'samePerson' | null {
  if (actor.kind !== 'person' || proposedBy === undefined) return 'noProposal';
  return actor.id === proposedBy || actor.id === openedBy ? 'samePerson' : null;
}

/** While a question waits for people, whoever opened it first stays its opener. */
function openerAfter(
  { state, openedBy }: ProgrammeAccount,
  { to }: ProgrammeTransition,
  actor: ProgrammeActor,
): string | null {
  if (to !== 'underReview' && to !== 'redressOpen') return null;
  if (to === state && openedBy !== null) return openedBy;
  return actor.kind === 'person' ? actor.id : null;
}
