import { describe, expect, it } from 'vitest';
import { DeployedApp } from '../lib/deployed-app.ts';
import { taskStates } from '../support/machine-files.ts';

interface Properties {
  /** `iaas-kyc` and the folder under `lambdas/` */
  readonly Description: string;
  readonly Timeout: number;
  readonly Environment: { readonly Variables: Readonly<Record<string, unknown>> };
}

const lockError = 'IdempotencyAlreadyInProgressError';

/** Functions that take a lock in the idempotency table, by their folder, with the longest time each may hold it. */
const lockSeconds = new Map(
  new DeployedApp()
    .ofType('AWS::Lambda::Function')
    .map(({ properties }) => properties as unknown as Properties)
    .filter(({ Environment: { Variables } }) => 'IDEMPOTENCY_TABLE' in Variables)
    .map(({ Description, Timeout }) => [Description.replace('iaas-kyc ', ''), Timeout]),
);

// OpenReview tells the provider on the side: a notice that it cannot send is the sweep's (lambdas/open-review).
const locked = taskStates().filter(
  ({ functionName, name }) => lockSeconds.has(functionName) && name !== 'AwaitReview',
);

describe('a task whose function takes a lock', () => {
  it('exists in both flows', () => {
    expect(locked.map(({ name }) => name).sort()).toEqual(['AnnounceReport', 'NotifyProvider']);
  });

  it.each(locked)('$name comes back when the lock of a try that died is over, by no chance', (task) => {
    const rule = task.Retry.find(({ ErrorEquals }) =>
      ErrorEquals.some((name) => [lockError, 'States.TaskFailed', 'States.ALL'].includes(name)),
    );
    expect(rule?.ErrorEquals).toEqual([lockError]);
    expect(rule?.JitterStrategy).toBeUndefined();
    expect(rule?.IntervalSeconds).toBeGreaterThan(lockSeconds.get(task.functionName) ?? Infinity);
  });
});
