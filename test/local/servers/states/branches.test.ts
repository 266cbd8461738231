import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emulatedStates, type EmulatedStates } from './emulated-states.ts';
import { invoke, only } from './machines.ts';

let aws: EmulatedStates;
beforeEach(async () => {
  aws = await emulatedStates();
});
afterEach(() => aws.close());

const map = (state: object, more: object = {}): object => ({
  Type: 'Map',
  ItemProcessor: { StartAt: 'Item', States: { Item: { ...state, End: true } } },
  ...more,
});

describe('a Parallel state', () => {
  test('lets its branches read outer variables and keeps theirs to themselves', async () => {
    const machine = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { x: 1 }, Next: 'P' },
        P: {
          Type: 'Parallel',
          Branches: [
            {
              StartAt: 'a',
              States: {
                a: { Type: 'Pass', Assign: { x: 99 }, Next: 'a2' },
                a2: { Type: 'Pass', Output: '{% $x %}', End: true },
              },
            },
            { StartAt: 'b', States: { b: { Type: 'Pass', Output: '{% $x + 1 %}', End: true } } },
          ],
          Next: 'E',
        },
        E: { Type: 'Pass', Output: '{% [$states.input, $x] %}', End: true },
      },
    };
    const { output } = await aws.run(await aws.deploy('m', machine));
    expect(output).toBe('[99,2,1]');
  });

  test('ends its other branches when one fails, and fails with the error of that one', async () => {
    const branches = [
      { StartAt: 'Slow', States: { Slow: { Type: 'Wait', Seconds: 1000, End: true } } },
      { StartAt: 'Bad', States: { Bad: { Type: 'Fail', Error: 'Broken', Cause: 'why' } } },
    ];
    const arn = await aws.deploy('m', only({ Type: 'Parallel', Branches: branches }));
    expect(await aws.run(arn)).toMatchObject({ status: 'FAILED', error: 'Broken', cause: 'why' });
  });
});

describe('an inline Map', () => {
  test('keeps the order of its items and never runs more than MaxConcurrency at once', async () => {
    let running = 0;
    let most = 0;
    let pair = Promise.withResolvers<undefined>();
    aws.functions.define('work', async (event) => {
      const { v, i } = event as { v: number; i: number };
      running += 1;
      most = Math.max(most, running);
      if (running === 2) pair.resolve(undefined);
      await pair.promise;
      pair = Promise.withResolvers();
      running -= 1;
      return v * 10 + i;
    });
    const ItemSelector = {
      v: '{% $states.context.Map.Item.Value %}',
      i: '{% $states.context.Map.Item.Index %}',
    };
    const state = map(invoke('work'), { Items: '{% $states.input.l %}', MaxConcurrency: 2, ItemSelector });
    const { output } = await aws.run(await aws.deploy('m', only(state)), { l: [5, 6, 7, 8] });
    expect(output).toBe('[50,61,72,83]');
    expect(most).toBe(2);
  });

  test('ends the other iterations when one fails, and Catch gets the error of that one', async () => {
    aws.functions.define('work', (event) => {
      if (event === 2) throw Object.assign(new Error('m'), { name: 'Bad' });
      return event;
    });
    const state = map(invoke('work'), {
      Items: [1, 2, 3],
      Catch: [{ ErrorEquals: ['Bad'], Output: '{% $states.errorOutput.Error %}', Next: 'Handled' }],
    });
    const arn = await aws.deploy('m', only(state, { Handled: { Type: 'Succeed' } }));
    expect(await aws.run(arn)).toMatchObject({ status: 'SUCCEEDED', output: '"Bad"' });
    expect(aws.states.caughtTransitions().get('m')?.get('Only')).toEqual(new Set([0]));
  });

  test('goes over the members of an object as Key and Value', async () => {
    const state = map(
      { Type: 'Pass' },
      {
        Items: { a: 1, b: 2 },
        ItemSelector: '{% $states.context.Map.Item.Key & $string($states.context.Map.Item.Value) %}',
      },
    );
    const { output } = await aws.run(await aws.deploy('m', only(state)));
    expect(output).toBe('["a1","b2"]');
  });
});
