import type { State } from '../definition.ts';
import type { JsonMap } from '../json.ts';
import { checkExpressions } from './check-expressions.ts';
import { checkFlow, type CheckScope } from './check-flow.ts';
import { checkErrorRules } from './check-error-rules.ts';
import { checkMap } from './check-map.ts';
import { checkTask } from './check-task.ts';
import { checkFields, partFields, stateFields } from './known-fields.ts';
import { mapsIn } from './successors.ts';

/** Checks one state by itself. */
export function checkState(name: string, state: JsonMap, scope: CheckScope): void {
  const place = `state ${name}`;
  const { faults } = scope;
  const type = state.Type;
  if (typeof type !== 'string' || !isStateType(type)) {
    faults.add(
      place,
      `unknown Type ${JSON.stringify(type ?? null)}; expected ${Object.keys(stateFields).join(', ')}`,
    );
    return;
  }
  if (state.QueryLanguage !== undefined && state.QueryLanguage !== 'JSONata') {
    faults.add(
      place,
      `QueryLanguage ${JSON.stringify(state.QueryLanguage)} is refused; only JSONata is emulated`,
    );
  }
  checkFields(state, stateFields[type], place, faults);
  checkWayOut(state, type, place, scope);
  checkErrorRules(state, place, faults);
  checkExpressions(state, place, faults);
  checkOwn(type, state, place, scope);
}

function isStateType(type: string): type is State['Type'] {
  return type in stateFields;
}

function checkWayOut(state: JsonMap, type: State['Type'], place: string, { faults }: CheckScope): void {
  if (type === 'Succeed' || type === 'Fail' || type === 'Choice') return;
  if ((typeof state.Next === 'string') === (state.End === true)) {
    faults.add(place, 'must have exactly one of Next (a state) and End (true)');
  }
}

function checkOwn(type: State['Type'], state: JsonMap, place: string, scope: CheckScope): void {
  const { faults } = scope;
  switch (type) {
    case 'Pass':
    case 'Succeed':
    case 'Fail':
      return;
    case 'Wait':
      if ((state.Seconds === undefined) === (state.Timestamp === undefined)) {
        faults.add(place, 'must have exactly one of Seconds and Timestamp');
      }
      return;
    case 'Choice':
      if (mapsIn(state.Choices).length === 0) faults.add(place, 'Choices must hold at least one rule');
      for (const [index, rule] of mapsIn(state.Choices).entries()) {
        checkFields(rule, partFields.rule, `${place} Choices[${index}]`, faults);
        if (rule.Condition === undefined) faults.add(`${place} Choices[${index}]`, 'Condition is missing');
        if (typeof rule.Next !== 'string') faults.add(`${place} Choices[${index}]`, 'Next is missing');
      }
      return;
    case 'Task':
      checkTask(state, place, faults);
      return;
    case 'Parallel':
      if (mapsIn(state.Branches).length === 0) faults.add(place, 'Branches must hold at least one branch');
      for (const [index, branch] of mapsIn(state.Branches).entries()) {
        checkFields(branch, partFields.branch, `${place} Branches[${index}]`, faults);
        checkFlow(branch, `${place} Branches[${index}]`, scope);
      }
      return;
    case 'Map':
      checkMap(state, place, scope);
  }
}
