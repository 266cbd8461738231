import { afterEach, beforeEach, expect, test } from 'vitest';
import { emulatedStates, type EmulatedStates } from './emulated-states.ts';
import { invoke, only } from './machines.ts';

let aws: EmulatedStates;
let booked: Map<string, number>;
beforeEach(async () => {
  booked = new Map();
  aws = await emulatedStates({
    meter: {
      record: (unit, quantity, accessKeyId) => {
        const key = `${unit} ${accessKeyId}`;
        booked.set(key, (booked.get(key) ?? 0) + quantity);
      },
    },
  });
});
afterEach(() => aws.close());

const transitions = () => Object.fromEntries(booked);

test('F1: seven states, one of them tried twice, are eight transitions of the machine’s role', async () => {
  let calls = 0;
  aws.functions.define('flaky', () => {
    calls += 1;
    if (calls === 1) throw new Error('once');
    return null;
  });
  const pass = (Next: string) => ({ Type: 'Pass', Next });
  const States = {
    ...{ A: pass('B'), B: pass('C'), C: pass('D'), D: pass('E'), E: pass('F') },
    F: invoke('flaky', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1 }], Next: 'G' }),
    G: { Type: 'Succeed' },
  };
  const { executionArn = '' } = await aws.run(await aws.deploy('f1', { StartAt: 'A', States }));
  await aws.pass(2);
  expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
  expect(transitions()).toEqual({ 'states.transition workflow-role': 8 });
});

test('F2: an inline Map of two items with one state each is three transitions', async () => {
  const ItemProcessor = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } };
  await aws.run(await aws.deploy('f2', only({ Type: 'Map', Items: [1, 2], ItemProcessor })));
  expect(transitions()).toEqual({ 'states.transition workflow-role': 3 });
});

test('F3: a distributed Map of 1,000 items in batches of 40, six states each, is 151 transitions', async () => {
  const names = ['A', 'B', 'C', 'D', 'E'];
  const passes = names.map((name, index) => [name, { Type: 'Pass', Next: names[index + 1] ?? 'F' }] as const);
  const Items = Array.from({ length: 1000 }, (_, index) => index);
  const ItemProcessor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    ...{ StartAt: 'A', States: { ...Object.fromEntries(passes), F: { Type: 'Succeed' } } },
  };
  const ItemBatcher = { MaxItemsPerBatch: 40 };
  await aws.run(await aws.deploy('f3', only({ Type: 'Map', Items, ItemBatcher, ItemProcessor })));
  expect(transitions()).toEqual({ 'states.transition workflow-role': 151 });
});

test('waiting costs no transition while it lasts', async () => {
  await aws.run(await aws.deploy('wait', only({ Type: 'Wait', Seconds: 86_400 })));
  await aws.pass(86_401);
  expect(transitions()).toEqual({ 'states.transition workflow-role': 1 });
});
