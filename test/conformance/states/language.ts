import type { Check } from '../check.ts';
import { failsWith, yields } from './machine-check.ts';

const end = { End: true };
const one = (state: object) => ({ StartAt: 'Only', States: { Only: { ...state, ...end } } });

const assigning = {
  StartAt: 'A',
  States: {
    A: { Type: 'Pass', Assign: { x: 1, y: '{% $states.input.n %}' }, Next: 'B' },
    B: { Type: 'Pass', Assign: { x: '{% $x + 1 %}', z: '{% $x %}' }, Next: 'C' },
    C: { Type: 'Pass', Output: '{% [$x, $y, $z] %}', ...end },
  },
};

const choosing = {
  StartAt: 'C',
  States: {
    C: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.n > 10 %}', Assign: { k: 'big' }, Output: 'rule', Next: 'S' }],
      Default: 'D',
    },
    S: { Type: 'Succeed', Output: '{% $states.input & " " & $k %}' },
    D: { Type: 'Succeed', Output: 'default' },
  },
};

const mapping = one({
  Type: 'Map',
  Items: '{% $states.input %}',
  ItemSelector: '{% $states.context.Map.Item.Index + $states.context.Map.Item.Value %}',
  ItemProcessor: {
    ProcessorConfig: { Mode: 'INLINE' },
    ...{ StartAt: 'I', States: { I: { Type: 'Pass', Output: '{% $states.input * 10 %}', ...end } } },
  },
});

const caughtInParallel = {
  StartAt: 'P',
  States: {
    P: {
      Type: 'Parallel',
      Branches: [{ StartAt: 'F', States: { F: { Type: 'Fail', Error: 'Broken', Cause: 'why' } } }],
      Catch: [{ ErrorEquals: ['Broken'], Output: '{% $states.errorOutput %}', Next: 'S' }],
      ...end,
    },
    S: { Type: 'Succeed' },
  },
};

const unseenVariable = {
  StartAt: 'A',
  States: {
    A: { Type: 'Pass', Assign: { outer: 1 }, Next: 'P' },
    P: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'I',
          States: { I: { Type: 'Pass', Assign: { inner: '{% $outer %}' }, Output: '{% $outer %}', ...end } },
        },
      ],
      Next: 'E',
    },
    E: { Type: 'Pass', Output: '{% [$states.input, $exists($inner)] %}', ...end },
  },
};

const functions = one({
  Type: 'Pass',
  Output: {
    partition: '{% $partition([1..5], 2) %}',
    range: '{% $range(0, 10, 5) %}',
    hash: '{% $hash("a", "SHA-256") %}',
    parse: `{% $parse('{"a":1}').a %}`,
    uuid: '{% $length($uuid()) %}',
  },
});

/** What the language does, in machines that call nothing. */
export const languageChecks: readonly Check[] = [
  yields('all variables of a state are assigned from the values at entry', assigning, [{ n: 5 }, [2, 5, 1]]),
  yields('a Choice takes the Assign and Output of the rule that holds', choosing, [{ n: 11 }, 'rule big']),
  yields('a Choice takes Default when no rule holds', choosing, [{ n: 1 }, 'default']),
  yields('an inline Map selects by index and value and keeps the order', mapping, [
    [5, 6],
    [50, 70],
  ]),
  yields('a Wait hands its input on', one({ Type: 'Wait', Seconds: 1 }), [{ a: 1 }, { a: 1 }]),
  yields('Catch gets the error and cause of a failed branch', caughtInParallel, [
    {},
    { Error: 'Broken', Cause: 'why' },
  ]),
  yields('a branch reads outer variables, and its own end with it', unseenVariable, [{}, [1, false]]),
  yields('the functions that Step Functions adds to JSONata', functions, [
    {},
    {
      partition: [[1, 2], [3, 4], [5]],
      range: [0, 5, 10],
      hash: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
      ...{ parse: 1, uuid: 36 },
    },
  ]),
  failsWith(
    'an expression that yields nothing is States.QueryEvaluationError',
    one({ Type: 'Pass', Output: '{% $states.input.nope %}' }),
    'States.QueryEvaluationError',
  ),
  failsWith(
    'a Choice without a match and without Default is States.NoChoiceMatched',
    {
      StartAt: 'C',
      States: {
        C: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'S' }] },
        S: { Type: 'Succeed' },
      },
    },
    'States.NoChoiceMatched',
  ),
  failsWith(
    'an output above 256 KiB is States.DataLimitExceeded',
    one({ Type: 'Pass', Output: '{% $join($range(1, 1000, 1).$pad("", 300, "x")) %}' }),
    'States.DataLimitExceeded',
  ),
];
