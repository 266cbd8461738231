import fc from 'fast-check';
import type { Truth } from '../../../domain/identity/three-valued.ts';
import { programmeConditions, type ProgrammeCondition } from '../../../domain/programme/programme-states.ts';
import {
  programmeTransitions,
  type ProgrammeTransitionName,
} from '../../../domain/programme/programme-transitions.ts';
import {
  stepProgramme,
  type ProgrammeAccount,
  type ProgrammeActor,
  type ProgrammeStep,
  type ProgrammeTrigger,
} from '../../../domain/programme/step-programme.ts';

const people = ['alice', 'bob', 'administrator'] as const;
const actors: readonly ProgrammeActor[] = [
  { kind: 'system' },
  { kind: 'provider' },
  ...people.map((id) => ({ kind: 'person', id }) as const),
];

const conditions = fc.record(
  Object.fromEntries(
    programmeConditions.map((name) => [name, fc.constantFrom<Truth>(true, true, false, null)]),
  ) as Record<ProgrammeCondition, fc.Arbitrary<Truth>>,
);

/** Any trigger at all, by anybody, under any conditions. */
export const anyTrigger: fc.Arbitrary<ProgrammeTrigger> = fc
  .record({
    transition: fc.constantFrom(...(Object.keys(programmeTransitions) as ProgrammeTransitionName[])),
    actor: fc.constantFrom(...actors),
    conditions,
    proposedBy: fc.option(fc.constantFrom(...people), { nil: undefined }),
  })
  .map(({ proposedBy, ...trigger }) => (proposedBy === undefined ? trigger : { ...trigger, proposedBy }));

export interface TakenStep {
  readonly before: ProgrammeAccount;
  readonly trigger: ProgrammeTrigger;
  readonly step: ProgrammeStep;
}

/** A life of an account from `pending`, with every step that was taken or refused. */
export function lifeUnder(triggers: readonly ProgrammeTrigger[]): TakenStep[] {
  let account: ProgrammeAccount = { state: 'pending', openedBy: null };
  return triggers.map((trigger) => {
    const before = account;
    const step = stepProgramme(before, trigger);
    if (step.outcome === 'moves') account = { state: step.to, openedBy: step.openedBy };
    return { before, trigger, step };
  });
}
