import {
  programmeTransitions,
  type ProgrammeTransition,
} from '../../domain/programme/programme-transitions.ts';

/** The life of an account in the identification programme, as `docs/design.md` draws it; a self-loop is an overdue term. */
export function programmeDiagram(): string {
  const arrows = Object.entries(programmeTransitions as Record<string, ProgrammeTransition>).flatMap(
    ([name, { from, to, secondPerson, by }]) => {
      const who = secondPerson ? 'second person' : by.join(' or ');
      return from.map((state) => `  ${state} --> ${to}: ${name} (${who})`);
    },
  );
  return ['stateDiagram-v2', '  [*] --> pending', ...arrows, '  closed --> [*]', ''].join('\n');
}
