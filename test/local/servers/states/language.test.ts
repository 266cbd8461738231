import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emulatedStates, type EmulatedStates } from './emulated-states.ts';
import { only } from './machines.ts';

let aws: EmulatedStates;
beforeEach(async () => {
  aws = await emulatedStates();
});
afterEach(() => aws.close());

async function outputOf(machine: object, input: unknown = {}): Promise<unknown> {
  const { output, error, cause } = await aws.run(await aws.deploy('machine', machine), input);
  if (output === undefined) throw new Error(`the execution failed: ${error ?? ''} ${cause ?? ''}`);
  return JSON.parse(output);
}

async function errorOf(machine: object, input: unknown = {}): Promise<string | undefined> {
  return (await aws.run(await aws.deploy('machine', machine), input)).error;
}

describe('a Pass state', () => {
  test('assigns all its variables from the values at entry', async () => {
    const machine = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { x: 1, y: '{% $states.input.n %}' }, Next: 'B' },
        B: { Type: 'Pass', Assign: { x: '{% $x + 1 %}', z: '{% $x %}' }, Next: 'C' },
        C: { Type: 'Pass', Output: { x: '{% $x %}', z: '{% $z %}', y: '{% $y %}' }, End: true },
      },
    };
    expect(await outputOf(machine, { n: 5 })).toEqual({ x: 2, z: 1, y: 5 });
  });

  test('fails with States.QueryEvaluationError when an expression yields nothing', async () => {
    const machine = only({ Type: 'Pass', Output: '{% $states.input.nope %}' });
    expect(await errorOf(machine)).toBe('States.QueryEvaluationError');
  });

  test('tells the time of the simulated clock', async () => {
    await aws.pass(15 * 86_400);
    const output = await outputOf(only({ Type: 'Pass', Output: '{% $now("[Y0001]-[M01]-[D01]") %}' }));
    expect(output).toBe('2026-01-16');
  });
});

describe('a Choice state', () => {
  const machine = {
    StartAt: 'C',
    States: {
      C: {
        Type: 'Choice',
        Choices: [
          {
            Condition: '{% $states.input.n > 10 %}',
            Assign: { k: 'big' },
            Output: '{% $states.input.n * 2 %}',
            Next: 'S',
          },
        ],
        Default: 'F',
      },
      S: { Type: 'Succeed', Output: { k: '{% $k %}', v: '{% $states.input %}' } },
      F: { Type: 'Fail', Error: '{% "E" & $string($states.input.n) %}', Cause: 'c' },
    },
  };

  test('follows the first rule that holds, with the Assign and Output of that rule', async () => {
    expect(await outputOf(machine, { n: 11 })).toEqual({ k: 'big', v: 22 });
  });

  test('follows Default when no rule holds', async () => {
    expect(await aws.run(await aws.deploy('m', machine), { n: 1 })).toMatchObject({
      ...{ status: 'FAILED', error: 'E1', cause: 'c' },
    });
  });

  test('fails with States.NoChoiceMatched when no rule holds and there is no Default', async () => {
    const { C, S } = machine.States;
    const { Default: _none, ...withoutDefault } = C;
    expect(await errorOf({ StartAt: 'C', States: { C: withoutDefault, S } }, { n: 1 })).toBe(
      'States.NoChoiceMatched',
    );
  });
});

describe('JSONata', () => {
  test('has the functions that Step Functions adds', async () => {
    const output = await outputOf(
      only({
        Type: 'Pass',
        Output: {
          partition: '{% $partition([1..5],2) %}',
          range: '{% $range(0,10,5) %}',
          hash: '{% $hash("a","SHA-256") %}',
          parse: `{% $parse('{"a":1}').a %}`,
          uuid: '{% $length($uuid()) %}',
          random: '{% $random(7) = $random(7) %}',
        },
      }),
    );
    expect(output).toEqual({
      partition: [[1, 2], [3, 4], [5]],
      range: [0, 5, 10],
      hash: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
      ...{ parse: 1, uuid: 36, random: true },
    });
  });

  test('has no $eval', async () => {
    expect(await errorOf(only({ Type: 'Pass', Output: "{% $eval('1') %}" }))).toBe(
      'States.QueryEvaluationError',
    );
  });
});

describe('the limits', () => {
  test('a state output above 256 KiB is States.DataLimitExceeded, which States.ALL does not catch', async () => {
    const machine = {
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [only({ Type: 'Pass', Output: '{% $join($range(1,1000,1).$pad("", 300, "x")) %}' })],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Succeed' },
      },
    };
    expect(await errorOf(machine)).toBe('States.DataLimitExceeded');
  });

  test('the 25,000th history event is the failure of the execution', async () => {
    const loop = {
      StartAt: 'Loop',
      States: { Loop: { Type: 'Pass', Next: 'Again' }, Again: { Type: 'Pass', Next: 'Loop' } },
    };
    const execution = await aws.run(await aws.deploy('loop', loop));
    expect(execution).toMatchObject({
      ...{ status: 'FAILED', error: 'States.Runtime' },
      cause: 'The execution reached the maximum number of history events (25000).',
    });
    const stored = aws.surroundings.database.prepare('SELECT max(id) AS last FROM states_events').get();
    expect(stored).toEqual({ last: 25_000 });
  });
});
