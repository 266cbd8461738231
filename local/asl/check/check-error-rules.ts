import type { Json, JsonMap } from '../json.ts';
import type { Faults } from './faults.ts';
import { checkFields, partFields } from './known-fields.ts';
import { mapsIn } from './successors.ts';

/** Checks the Retry and Catch rules of a state. */
export function checkErrorRules(state: JsonMap, place: string, faults: Faults): void {
  checkRules(state.Retry, partFields.retry, `${place} Retry`, faults);
  checkRules(state.Catch, partFields.catch, `${place} Catch`, faults);
  for (const [index, rule] of mapsIn(state.Catch).entries()) {
    if (typeof rule.Next !== 'string') faults.add(`${place} Catch[${index}]`, 'Next is missing');
  }
}

function checkRules(rules: Json | undefined, known: readonly string[], place: string, faults: Faults): void {
  const list = mapsIn(rules);
  for (const [index, rule] of list.entries()) {
    checkFields(rule, known, `${place}[${index}]`, faults);
    const names = rule.ErrorEquals;
    if (!Array.isArray(names) || names.length === 0) {
      faults.add(`${place}[${index}]`, 'ErrorEquals must hold at least one error name');
    } else if (names.includes('States.ALL') && (names.length > 1 || index < list.length - 1)) {
      faults.add(`${place}[${index}]`, 'States.ALL must stand alone in ErrorEquals and in the last rule');
    }
  }
}
