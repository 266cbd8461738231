import type { ChoiceRule, ChoiceState, Leaving } from '../definition.ts';
import { AslError } from '../errors/asl-error.ts';
import { leave } from '../run/leave.ts';
import { evaluateField, type Entry, type Outcome } from '../run/run.ts';

export async function runChoice(state: ChoiceState, entry: Entry): Promise<Outcome> {
  const rule = await firstMatch(state, entry);
  const next = rule?.Next ?? state.Default;
  if (next === undefined) {
    throw new AslError(
      'States.NoChoiceMatched',
      `state ${entry.name}: no rule matched and there is no Default`,
    );
  }
  const leaving = rule ? combined(state, rule) : state;
  return { next, output: await leave(entry, { type: 'Choice', leaving, unchanged: entry.input }) };
}

async function firstMatch(state: ChoiceState, entry: Entry): Promise<ChoiceRule | undefined> {
  for (const rule of state.Choices) {
    const holds = await evaluateField(entry, 'Condition', rule.Condition);
    if (typeof holds !== 'boolean') {
      throw new AslError(
        'States.QueryEvaluationError',
        `state ${entry.name}: Condition must be true or false; found ${JSON.stringify(holds)}`,
      );
    }
    if (holds) return rule;
  }
  return undefined;
}

/** The state's own Assign applies whichever rule matches; a rule's Output and names go before it. */
function combined(state: ChoiceState, rule: ChoiceRule): Leaving {
  const output = rule.Output ?? state.Output;
  return {
    Assign: { ...state.Assign, ...rule.Assign },
    ...(output === undefined ? {} : { Output: output }),
  };
}
