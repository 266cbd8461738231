import '../support/quiet-functions.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import { metrics } from '../../lambdas/runtime/observability.ts';
import { sweepPending } from '../../lambdas/sweep-pending/sweep-pending.ts';
import { accountCreated } from '../support/account-events.ts';
import { context, VerificationRig } from './verification-rig.ts';

function sweeper(rig = new VerificationRig()) {
  const queued: { eventId: string; attempt: number }[] = [];
  const delivered: string[] = [];
  const released: string[] = [];
  const failing = new Set<string>();
  const tried: string[] = [];
  const doing = (list: string[]) => (id: string) => {
    tried.push(id);
    if (failing.has(id)) return Promise.reject(new Error('no answer'));
    list.push(id);
    return Promise.resolve();
  };
  const sweep = sweepPending({
    ...rig.records.ports(),
    inbox: rig.inbox,
    enqueue: (event) => {
      tried.push(event.eventId);
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
  /** @param remaining what Lambda answers, one after the other, when it is asked for the milliseconds left */
  const within = (remaining: readonly number[] = [60_000]) => {
    const answers = [...remaining];
    const getRemainingTimeInMillis = () => (answers.length > 1 ? answers.shift() : answers[0]) ?? 0;
    return sweep({ ...context, getRemainingTimeInMillis });
  };
  return { rig, sweep: within, minutesLater, queued, delivered, released, failing, tried };
}

describe('the sweep', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('queues an event that no execution has taken for fifteen minutes', async () => {
    const { rig, sweep, minutesLater, queued } = sweeper();
    const eventId = await rig.receive('msg_1', accountCreated());
    minutesLater(14);
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

  it('lets an event alone that was started after the index named it', async () => {
    const { rig, sweep, minutesLater, queued } = sweeper();
    const eventId = await rig.receive('msg_1', accountCreated());
    minutesLater(60);
    await rig.inbox.markStarted({ eventId, attempt: 1 });
    vi.spyOn(rig.inbox, 'unfinished').mockImplementation(async function* () {
      yield await Promise.resolve(eventId);
    });
    expect(await sweep()).toMatchObject({ failed: 0 });
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
    const caseId = await untold(rig);
    await sweep();
    expect(released).toEqual([caseId]);
  });

  it('goes on with the rest when a notice is refused, and counts it as pending, not as a failure', async () => {
    const { rig, sweep, minutesLater, delivered, failing } = sweeper();
    await rig.received('msg_1', accountCreated());
    await rig.received('msg_2', accountCreated({ account: 'acct_2' }));
    const [first, second] = rig.records.notices().map(({ id }) => id);
    failing.add(first ?? '');
    minutesLater(2);
    const counted = vi.spyOn(metrics, 'addMetric');
    expect(await sweep()).toMatchObject({ delivered: 1, pending: 1, failed: 0 });
    expect(delivered).toEqual([second]);
    expect(counted).toHaveBeenCalledWith('NoticesPending', 'Count', 1);
    expect(counted).toHaveBeenCalledWith('SweepFailures', 'Count', 0);
  });

  it('counts an execution that could not be told as a failure', async () => {
    const { rig, sweep, failing } = sweeper();
    failing.add(await untold(rig));
    const counted = vi.spyOn(metrics, 'addMetric');
    expect(await sweep()).toMatchObject({ released: 0, failed: 1 });
    expect(counted).toHaveBeenCalledWith('SweepFailures', 'Count', 1);
  });

  it('takes three refusals in a row for an endpoint that is down, and counts the rest as pending', async () => {
    const { rig, sweep, minutesLater, tried, failing } = sweeper();
    for (const number of [1, 2, 3, 4, 5]) {
      await rig.received(`msg_${number}`, accountCreated({ account: `acct_${number}` }));
    }
    const notices = rig.records.notices().map(({ id }) => id);
    for (const id of notices) failing.add(id);
    minutesLater(2);
    expect(await sweep()).toMatchObject({ delivered: 0, pending: notices.length, failed: 0 });
    expect(tried).toEqual(notices.slice(0, 3));
  });

  it('leaves events and notices their time when the releases would use up all', async () => {
    const { rig, sweep, minutesLater, tried } = sweeper();
    const caseId = await untold(rig);
    const eventId = await rig.receive('msg_2', accountCreated({ account: 'acct_2' }));
    minutesLater(15);
    // At the start, before the release, before the event, before the notice, and so on.
    const swept = await sweep([60_000, 39_000, 39_000, 30_000]);
    expect(swept).toMatchObject({ released: 0, queued: 1, failed: 1 });
    expect(tried).not.toContain(caseId);
    expect(tried[0]).toBe(eventId);
    expect(swept.delivered).toBeGreaterThan(0);
  });

  it('tells executions first and the provider last', async () => {
    const { rig, sweep, minutesLater, tried } = sweeper();
    const caseId = await untold(rig);
    const eventId = await rig.receive('msg_2', accountCreated({ account: 'acct_2' }));
    minutesLater(15);
    await sweep();
    expect(tried.slice(0, 2)).toEqual([caseId, eventId]);
    expect(tried.slice(2)).toEqual(rig.records.notices().map(({ id }) => id));
  });
});

/** A case that was closed without the execution that waits for it being told. */
async function untold(rig: VerificationRig): Promise<string> {
  rig.screener = { unavailable: 'listUnavailable' };
  const eventId = await rig.receive('msg_1', accountCreated());
  await rig.inbox.markStarted({ eventId, attempt: 1 });
  await rig.verify(eventId);
  const overtaken: CaseRecord = { ...rig.onlyCase(), state: 'overtaken', revision: 2 };
  await rig.records.commit('case', [rig.records.cases.put(overtaken)], []);
  return overtaken.id;
}
