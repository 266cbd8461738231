import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accountCreated, failedIdentity } from '../support/account-samples.ts';
import { executionsOf, type SeenExecution } from '../support/executions.ts';
import { startRescreening } from '../../cli/stage/rescreening-run.ts';
import { FaultyAssembly } from '../support/faulty-assembly.ts';
import { caseIdOf, eventIdOf, noticeIdOf } from '../support/known-ids.ts';
import { machineFiles } from '../support/machine-files.ts';
import { ReviewDesk } from '../support/review-desk.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { uncovered } from './uncovered.ts';

const machines = machineFiles();
const daySeconds = 24 * 3600;

// One account for each way through the machine; its name is its webhook id too.
const failing = {
  'fails-assess': ['assess-parties', eventIdOf('fails-assess')],
  'fails-screen': ['screen-parties', eventIdOf('fails-screen')],
  'fails-decide': ['decide-account', eventIdOf('fails-decide')],
  'fails-review': ['open-review', caseIdOf('fails-review', 'fails-review')],
  'fails-notify': ['notify-provider', noticeIdOf('fails-notify', 3, 'account.permission.changed')],
  'fails-assemble': ['assemble-certification', 'fails-assemble'],
  'fails-record': ['record-report', 'fails-record'],
  'fails-announce': ['notify-provider', 'fails-announce'],
} as const;

describe('every state of the committed machines', () => {
  const assembly = new FaultyAssembly(inject('assembly'));
  let running: RunningAws;
  let verifications: Map<string, SeenExecution>;
  let reports: Map<string, SeenExecution>;

  const create = async (
    account: string,
    options: Parameters<typeof accountCreated>[2] = {},
    id = account,
  ) => {
    const { status } = await running.send(
      accountCreated(account, new Date(running.clock.now()), options),
      id,
    );
    expect(status).toBe(202);
  };
  const report = async (name: string) => {
    const { clients, names } = running;
    const start = { stateMachineArn: names.ReportCertificationArn, name, input: '{}' };
    await clients.sfn.send(new StartExecutionCommand(start));
  };
  const statesOf = (id: string) => verifications.get(`${eventIdOf(id)}-1`)?.states;

  beforeAll(async () => {
    for (const [id, [functionName, eventHolds]] of Object.entries(failing)) {
      const fault = { kind: 'throws', errors: ['RecordMissingError'] } as const;
      assembly.plan({ id, functionName, eventHolds, times: 99, fault });
    }
    running = await startAws({ assembly: assembly.directory });
    await create('verified', { sequence: 2 });
    for (const account of ['fails-assess', 'fails-screen', 'fails-decide', 'fails-notify'])
      await create(account);
    for (const account of ['approved', 'overtaken', 'forgotten', 'dragged-on', 'fails-review'])
      await create(account, { customer: failedIdentity });
    await startRescreening(running, { name: 'rescreened' });
    for (const name of ['reported', 'fails-assemble', 'fails-record', 'fails-announce']) await report(name);
    await running.advance(3600);
    await create('verified', {}, 'verified-late');
    await create('overtaken', { sequence: 2 }, 'overtaken-newer');
    await running.advance(3600);
    // The case was put aside; the sweep tells the execution that still waits for it.
    await running.sweep();
    const desk = new ReviewDesk(running);
    expect(await desk.decide(caseIdOf('approved', 'approved'), 'approve')).toEqual([200, 200]);
    // Somebody takes a step every two days and nobody decides, until the review as a whole runs out of time.
    for (const verdict of ['approve', 'refuse', 'approve', 'refuse', 'approve'] as const) {
      await running.advance(2 * daySeconds);
      await desk.give('alice', caseIdOf('dragged-on', 'dragged-on'), verdict);
    }
    await running.advance(daySeconds);
    verifications = await executionsOf(running, running.names.VerifyAccountArn);
    reports = await executionsOf(running, running.names.ReportCertificationArn);
  });

  afterAll(async () => {
    await running.close();
    assembly.remove();
  });

  it('is reached, and each Catch is taken', () => {
    expect(uncovered(running, machines)).toEqual([]);
  });

  it('is named when it was not reached', async () => {
    const idle = await startAws({ assembly: inject('assembly'), withList: false });
    const states = machines.flatMap(({ definition }) => Object.values(definition.States));
    const rules = states.flatMap(({ Catch }) => Catch);
    expect(uncovered(idle, machines)).toHaveLength(states.length + rules.length);
    expect(uncovered(idle, machines)).toContain('verify-account: AwaitReview was not reached');
    await idle.close();
  });

  it.each([
    ['verified', 'NotifyProvider'],
    ['verified-late', 'EventSuperseded'],
    ['approved', 'NotifyProvider'],
    ['overtaken', 'EventSuperseded'],
    ['forgotten', 'NotifyProvider'],
    ['dragged-on', 'NotifyProvider'],
    ['fails-assess', 'EventParked'],
    ['fails-screen', 'EventParked'],
    ['fails-decide', 'EventParked'],
    ['fails-review', 'EventParked'],
    ['fails-notify', 'NoticeLeftInOutbox'],
  ])('is on the way of some account: %s ends at %s', (id, last) => {
    expect(statesOf(id)?.at(-1)).toBe(last);
  });

  it.each([
    ['reported', 'AnnounceReport'],
    ['fails-assemble', 'ReportFailed'],
    ['fails-record', 'ReportFailed'],
    ['fails-announce', 'NoticeLeftInOutbox'],
  ])('is on the way of some report: %s ends at %s', (name, last) => {
    expect(reports.get(name)?.states.at(-1)).toBe(last);
  });

  it('is left in both ways in which a review can run out of time', () => {
    expect(verifications.get(`${eventIdOf('forgotten')}-1`)?.timeouts).toEqual(['States.HeartbeatTimeout']);
    expect(verifications.get(`${eventIdOf('dragged-on')}-1`)?.timeouts).toEqual(['States.Timeout']);
  });
});
