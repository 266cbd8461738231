import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accountCreated, failedIdentity } from '../support/account-samples.ts';
import { brokenPromises } from '../support/broken-promises.ts';
import { executionsOf } from '../support/executions.ts';
import { eventIdOf } from '../support/known-ids.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { storedState } from '../support/stored-items.ts';

const minute = 60;

describe('a provider whose endpoint is down', () => {
  let running: RunningAws;

  beforeAll(async () => {
    running = await startAws({ assembly: inject('assembly') });
    running.provider.isDown = true;
    const at = new Date(running.clock.now());
    await running.send(accountCreated('decided', at));
    await running.send(accountCreated('in-review', at, { customer: failedIdentity }));
    await running.advance(5 * minute);
  });

  afterAll(() => running.close());

  const pending = async () => {
    const { records } = await storedState(running);
    return records.filter(({ book }) => book === 'outbox#pending').map(({ notice }) => notice?.type ?? '');
  };

  it('does not keep an account from its decision, nor a case from its reviewers', async () => {
    const { accounts, cases } = await storedState(running);
    expect(accounts.get('decided')).toMatchObject({ status: 'verified', permission: 'full' });
    expect([...cases.values()].map(({ state, taskToken }) => [state, taskToken !== null])).toEqual([
      ['opened', true],
    ]);
    const executions = await executionsOf(running, running.names.VerifyAccountArn);
    expect(executions.get(`${eventIdOf('decided')}-1`)).toMatchObject({ status: 'SUCCEEDED' });
    expect(executions.get(`${eventIdOf('decided')}-1`)?.states.at(-1)).toBe('NoticeLeftInOutbox');
  });

  it('loses no notice: they stay in the outbox, however often the sweep tries', async () => {
    const left = await pending();
    expect(left.sort()).toEqual(['account.permission.changed', 'account.permission.changed', 'case.opened']);
    expect(await running.sweep()).toMatchObject({ delivered: 0 });
    await running.advance(10 * minute);
    expect(await running.sweep()).toMatchObject({ delivered: 0 });
    expect(await pending()).toHaveLength(left.length);
    expect(running.provider.received).toEqual([]);
  });

  it('is told each of them once when it is back', async () => {
    running.provider.isDown = false;
    await running.advance(10 * minute);
    expect(await running.sweep()).toMatchObject({ delivered: 3, pending: 0 });
    expect(await running.sweep()).toMatchObject({ delivered: 0, pending: 0 });
    expect(running.provider.typesAbout('decided')).toEqual(['account.permission.changed']);
    expect([...running.provider.counts().values()]).toEqual([1, 1, 1]);
    expect(await brokenPromises(running)).toEqual([]);
  });
});
