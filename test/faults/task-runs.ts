import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { expect } from 'vitest';
import { accountCreated, failedIdentity } from '../support/account-samples.ts';
import { executionsOf, type SeenExecution } from '../support/executions.ts';
import type { FaultyAssembly } from '../support/faulty-assembly.ts';
import { eventIdOf, noticeIdOf } from '../support/known-ids.ts';
import { ReviewDesk } from '../support/review-desk.ts';
import type { RunningAws } from '../support/running-aws.ts';
import { storedState, type StoredState } from '../support/stored-items.ts';
import { caughtBy, deathCase, eventText, type TaskCase, type Visit } from './task-cases.ts';

/** What is left when everything has come to its end. */
export interface Outcome extends StoredState {
  readonly executions: ReadonlyMap<string, SeenExecution>;
}

/** Every retry policy is over by then (statemachines/README.md), and no review has lapsed yet. */
export const hourSeconds = 3600;

/** When a function that hangs is ended: enough for a cold start on a busy machine, and little enough to wait for. */
export const timeoutSeconds = 8;

/** Sets an account or a report on its way to the visit. */
export async function begin(
  running: RunningAws,
  assembly: FaultyAssembly,
  visit: Visit,
  id: string,
): Promise<void> {
  const { clients, names, clock } = running;
  if (visit.task.machine === 'report-certification') {
    const start = { stateMachineArn: names.ReportCertificationArn, name: id, input: '{}' };
    await clients.sfn.send(new StartExecutionCommand(start));
    return;
  }
  if (visit.task.name === 'ParkEvent') assembly.plan(missingRecord(id));
  const customer = visit.inReview ? failedIdentity : {};
  const { status } = await running.send(accountCreated(id, new Date(clock.now()), { customer }));
  expect(status).toBe(202);
}

/** Lets the retries come to their end, has two people approve what waits for review, and lets that end too. */
export async function finish(running: RunningAws): Promise<void> {
  await running.advance(hourSeconds);
  const desk = new ReviewDesk(running);
  const { cases } = await storedState(running);
  const waiting = [...cases.values()].filter(({ state }) => state === 'opened');
  await Promise.all(waiting.map(({ id }) => desk.decide(id, 'approve')));
  await running.advance(hourSeconds);
}

/** A case for the first call, and for each that changes something, of the function in an undisturbed visit. */
export function deathsOf(assembly: FaultyAssembly, visit: Visit, id: string): TaskCase[] {
  const text = eventText(visit, id);
  const seen = assembly
    .observedCalls()
    .find(
      ({ functionName, event }) =>
        functionName === visit.task.functionName && JSON.stringify(event).includes(text),
    );
  const calls = (seen?.calls ?? []).map((call, index, all) => {
    return {
      call,
      nth: all.slice(0, index + 1).filter((each) => each === call).length,
      isFirst: index === 0,
    };
  });
  return calls
    .filter(({ call, nth, isFirst }) => isFirst || (changes.test(call) && nth <= ofAKind))
    .map(({ call, nth }) => deathCase(visit, call, nth));
}

// Between two of these the world stays as it is, so that it makes no difference where a function dies.
const changes = /\.(?:Put|Update|Delete|TransactWrite|Send)|^(?:PUT|POST) /;
// OpenReview sends several notices, each with the same calls: two of a kind tell it all.
const ofAKind = 2;

export async function outcomeOf(running: RunningAws): Promise<Outcome> {
  const { VerifyAccountArn, ReportCertificationArn } = running.names;
  const verified = await executionsOf(running, VerifyAccountArn);
  const reported = await executionsOf(running, ReportCertificationArn);
  return { ...(await storedState(running)), executions: new Map([...verified, ...reported]) };
}

/** The notice that the provider had taken when its sender died: nobody can know that, so it comes again. */
export function unacknowledged({ fault, title, visit, id }: TaskCase): string[] {
  if (fault.fault.kind !== 'diesAfterCall' || !title.endsWith('POST /notices')) return [];
  if (visit.task.machine === 'report-certification') return [`ntc_certification-${id}`];
  const types = ['account.permission.changed', 'information.requested', 'case.opened'];
  return types.map((type) => noticeIdOf(id, 3, type));
}

export function expectEnd(each: TaskCase, assembly: FaultyAssembly, outcome: Outcome): void {
  expect(assembly.hits(each.fault), `${each.title}: invocations hit`).toBe(each.hits);
  const isReport = each.visit.task.machine === 'report-certification';
  const execution = outcome.executions.get(isReport ? each.id : `${eventIdOf(each.id)}-1`);
  const event = outcome.inbox.get(eventIdOf(each.id));
  const found = {
    end: execution?.states.at(-1),
    ended: execution?.error ?? execution?.status,
    ...(isReport ? {} : { account: outcome.accounts.get(each.id)?.status, event: event?.status }),
    ...(event?.parkedBecause === undefined ? {} : { because: event.parkedBecause }),
  };
  expect(found, each.title).toEqual(isReport ? reportEnd(each) : accountEnd(each));
}

function reportEnd({ visit, expected, error }: TaskCase): object {
  const end = expected === 'caught' ? caughtBy(visit.task, error) : 'AnnounceReport';
  return end === 'ReportFailed' ? { end, ended: 'ReportFailed' } : { end, ended: 'SUCCEEDED' };
}

function accountEnd({ visit, expected, error }: TaskCase): object {
  const { task, inReview } = visit;
  // It is parked whatever befalls: its way leads here by a record that is missing.
  if (task.name === 'ParkEvent') {
    return expected === 'failed'
      ? { end: 'ParkEvent', ended: error, account: undefined, event: 'started' }
      : {
          end: 'EventParked',
          ended: 'EventParked',
          account: undefined,
          event: 'parked',
          because: 'RecordMissingError',
        };
  }
  const next = expected === 'caught' ? caughtBy(task, error) : 'NotifyProvider';
  if (next !== 'ParkEvent') return { end: next, ended: 'SUCCEEDED', account: 'verified', event: 'started' };
  const reached = {
    AssessParties: undefined,
    ScreenParties: 'pending',
    DecideAccount: inReview ? 'underReview' : 'pending',
  };
  const account = task.name === 'AwaitReview' ? 'underReview' : reached[task.name as keyof typeof reached];
  return { end: 'EventParked', ended: 'EventParked', account, event: 'parked', because: error };
}

function missingRecord(id: string) {
  const fault = { kind: 'throws', errors: ['RecordMissingError'] } as const;
  return { id: `${id}-before`, functionName: 'assess-parties', eventHolds: eventIdOf(id), times: 1, fault };
}
