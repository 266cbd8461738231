import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import { sweepPending } from '../../lambdas/sweep-pending/sweep-pending.ts';
import { accountCreated } from '../support/account-events.ts';
import { context, VerificationRig } from './verification-rig.ts';

function sweeper(rig = new VerificationRig()) {
  const queued: { eventId: string; attempt: number }[] = [];
  const delivered: string[] = [];
  const released: string[] = [];
  const failing = new Set<string>();
  const doing = (list: string[]) => (id: string) => {
    if (failing.has(id)) return Promise.reject(new Error('no answer'));
    list.push(id);
    return Promise.resolve();
  };
  const sweep = sweepPending({
    ...rig.records.ports(),
    inbox: rig.inbox,
    enqueue: (event) => {
      queued.push(event);
      return Promise.resolve();
    },
    deliver: doing(delivered),
    release: ({ id }: CaseRecord) => doing(released)(id),
    now: () => rig.now,
  });
  const minutesLater = (minutes: number) => {
    rig.now = new Date(rig.now.getTime() + minutes * 60_000);
  };
  return { rig, sweep: () => sweep(context), minutesLater, queued, delivered, released, failing };
}

describe('the sweep', () => {
  it('queues an event that no execution has taken for two minutes', async () => {
    const { rig, sweep, minutesLater, queued } = sweeper();
    const eventId = await rig.receive('msg_1', accountCreated());
    minutesLater(1);
    expect(await sweep()).toMatchObject({ queued: 0 });
    minutesLater(1);
    expect(await sweep()).toMatchObject({ queued: 1 });
    expect(queued).toEqual([{ eventId, attempt: 1 }]);
  });

  it('lets an event alone that an execution has', async () => {
    const { rig, sweep, minutesLater, queued } = sweeper();
    await rig.inbox.markStarted({ eventId: await rig.receive('msg_1', accountCreated()), attempt: 1 });
    minutesLater(60);
    await sweep();
    expect(queued).toEqual([]);
  });

  it('delivers again the notices that the provider has not taken', async () => {
    const { rig, sweep, minutesLater, delivered } = sweeper();
    await rig.received('msg_1', accountCreated());
    minutesLater(2);
    await sweep();
    expect(delivered).toEqual(rig.records.notices().map(({ id }) => id));
  });

  it('releases executions that wait for a case closed long ago', async () => {
    const { rig, sweep, released } = sweeper();
    rig.screener = { unavailable: 'listUnavailable' };
    await rig.received('msg_1', accountCreated());
    const overtaken: CaseRecord = { ...rig.onlyCase(), state: 'overtaken', revision: 2 };
    await rig.records.commit('case', [rig.records.cases.put(overtaken)], []);
    await sweep();
    expect(released).toEqual([overtaken.id]);
  });

  it('goes on with the rest when one item fails, and counts the failure', async () => {
    const { rig, sweep, minutesLater, delivered, failing } = sweeper();
    await rig.received('msg_1', accountCreated());
    await rig.received('msg_2', accountCreated({ account: 'acct_2' }));
    const [first, second] = rig.records.notices().map(({ id }) => id);
    failing.add(first ?? '');
    minutesLater(2);
    expect(await sweep()).toMatchObject({ delivered: 1, failed: 1 });
    expect(delivered).toEqual([second]);
  });
});
