import { describe, expect, it } from 'vitest';
import { machineFiles, taskStates, type AslState, type Retrier } from '../support/machine-files.ts';
import { drawnTransitions, explainedErrors, policyRows } from './machine-readme.ts';

const tasks = taskStates();
const machines = machineFiles();
const waits = tasks.filter(({ Resource = '' }) => Resource.endsWith('.waitForTaskToken'));
const retriers = tasks.flatMap((task) => task.Retry.map((retrier) => ({ task, retrier })));

describe('a task', () => {
  it.each(tasks)('$name has a time-out', ({ TimeoutSeconds }) => {
    expect(TimeoutSeconds).toBeDefined();
  });

  const caught = tasks.filter(({ name, machine }) => name !== 'ParkEvent' && machine !== 'rescreen-owners');

  it.each(caught)('$name catches everything', ({ Catch }) => {
    expect(Catch.at(-1)?.ErrorEquals).toEqual(['States.ALL']);
  });

  it('that parks an event has nobody behind it, and tries everything again instead', () => {
    const park = tasks.find(({ name }) => name === 'ParkEvent');
    expect(park?.Catch).toEqual([]);
    expect(park?.Retry.map(({ ErrorEquals }) => ErrorEquals)).toEqual([['States.ALL']]);
  });

  it('of a flow that is redriven catches nothing: a redrive goes on where the execution failed', () => {
    const redriven = tasks.filter(({ machine }) => machine === 'rescreen-owners');
    expect(redriven.map(({ name }) => name)).toEqual([
      'PlanRescreening',
      'RescreenShard',
      'CloseRescreening',
    ]);
    expect(redriven.flatMap(({ Catch }) => Catch)).toEqual([]);
  });

  // A wait for a lock has to be longer than the lock: test/statemachines/locks.test.ts.
  const spread = retriers.filter(
    ({ retrier }) => !retrier.ErrorEquals.some((name) => name.startsWith('Idempotency')),
  );

  it.each(spread)('$task.name spreads its retries over the whole wait', ({ retrier }) => {
    expect(retrier.JitterStrategy).toBe('FULL');
  });
});

describe('a wait for a person', () => {
  it('exists', () => {
    expect(waits.map(({ name }) => name)).toEqual(['AwaitReview']);
  });

  it.each(waits)('$name has a heartbeat and says what happens when either time has passed', (wait) => {
    expect(wait.HeartbeatSeconds).toBeDefined();
    const caught = wait.Catch[0]?.ErrorEquals ?? [];
    expect(caught).toEqual(expect.arrayContaining(['States.Timeout', 'States.HeartbeatTimeout']));
  });

  it.each(waits)('$name does not begin again when its time has passed', ({ Retry }) => {
    const retried = Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
    expect(retried.filter((name) => name.startsWith('States.'))).toEqual([]);
  });
});

describe('the README of the state machines', () => {
  it.each(machines)('draws every state and transition of $name, and no other', ({ name, definition }) => {
    const { StartAt, States } = definition;
    const transitions = Object.entries(States).flatMap(([from, state]) => transitionsFrom(from, state));
    expect(drawnTransitions(name).sort()).toEqual([`[*] --> ${StartAt}`, ...transitions].sort());
  });

  it('has a row for every retry policy, with its total wait, and no other', () => {
    const shapes = Map.groupBy(retriers, ({ retrier }) => shapeOf(retrier));
    const expected = [...shapes.values()].map((same) => rowOf(same));
    const rows = policyRows().map(({ policy: _policy, ...numbers }) => numbers);
    expect(rows).toHaveLength(expected.length);
    expect(rows).toEqual(expect.arrayContaining(expected));
  });

  it.each(policyRows())(
    'names every error that the policy $policy retries',
    ({ policy, tasks: named, ...row }) => {
      const own = retriers.filter(({ task, retrier }) => {
        return named.split(', ').includes(task.name) && row.retries === String(retrier.MaxAttempts);
      });
      const retried = own.flatMap(({ retrier }) => retrier.ErrorEquals);
      const names = retried.map((error) => error.replace(/^Lambda\..+/, 'Lambda.*'));
      expect(names.length).toBeGreaterThan(0);
      expect(explainedErrors(policy)).toEqual(expect.arrayContaining(names));
    },
  );
});

function transitionsFrom(from: string, state: AslState): string[] {
  const { Type, Choices, Default, Next, Catch, End } = state;
  const to = [
    ...Choices.map((choice) => choice.Next),
    ...(Default ? [Default] : []),
    ...(Next ? [Next] : []),
  ];
  const isEnd = End || Type === 'Succeed' || Type === 'Fail';
  return [
    ...to.map((target) => `${from} --> ${target}`),
    ...Catch.map((rule) => `${from} --> ${rule.Next}: catch ${rule.ErrorEquals.join(', ')}`),
    ...(isEnd ? [`${from} --> [*]`] : []),
  ];
}

function shapeOf({ IntervalSeconds, BackoffRate, MaxAttempts }: Retrier): string {
  return [IntervalSeconds, BackoffRate, MaxAttempts].join(' ');
}

function rowOf(same: typeof retriers) {
  const [{ retrier }] = same as [(typeof retriers)[number]];
  const machinesInOrder = ['verify-account', 'rescreen-owners', 'report-certification'];
  const order = (machine: string) => machinesInOrder.indexOf(machine);
  const sorted = [...same].sort((one, other) => order(one.task.machine) - order(other.task.machine));
  return {
    tasks: sorted.map(({ task }) => task.name).join(', '),
    firstWait: `${retrier.IntervalSeconds} s`,
    rate: String(retrier.BackoffRate),
    retries: String(retrier.MaxAttempts),
    totalWait: `${Math.round(totalWait(retrier) * 10) / 10} s`,
  };
}

/** Every wait doubled, or what the rate says, from the one before. */
function totalWait({ IntervalSeconds, BackoffRate, MaxAttempts }: Retrier): number {
  const waitsOf = Array.from({ length: MaxAttempts }, (_, retry) => IntervalSeconds * BackoffRate ** retry);
  return waitsOf.reduce((total, wait) => total + wait, 0);
}
