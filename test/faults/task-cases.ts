import { createHash } from 'node:crypto';
import { caseIdOf, eventIdOf, noticeIdOf } from '../support/known-ids.ts';
import { taskStates, type Retrier, type TaskState } from '../support/machine-files.ts';
import type { Fault, PlannedFault } from '../support/planned-fault.ts';

/** A task as an execution comes to it. DecideAccount is entered twice: at first, and when a review has ended. */
export interface Visit {
  readonly title: string;
  readonly task: TaskState;
  /** Only an account under review comes here. */
  readonly inReview: boolean;
}

/** How it ends for the account or the report. */
export type Expected =
  /** As if nothing had happened. */
  | 'unharmed'
  /** The state that a Catch names comes next. */
  | 'caught'
  /** Without a Catch the execution fails with the error itself. */
  | 'failed';

export interface TaskCase {
  readonly title: string;
  readonly visit: Visit;
  /** The account, which is also the `webhook-id`; of a report, the execution. */
  readonly id: string;
  readonly fault: PlannedFault;
  /** The error's name as the state machine sees it. */
  readonly error: string;
  readonly expected: Expected;
  /** How many invocations fail before the state machine gives up or goes on. */
  readonly hits: number;
}

const allVisits: readonly Visit[] = taskStates().flatMap((task) => {
  const title = `${task.machine} ${task.name}`;
  const first = { title, task, inReview: task.name === 'AwaitReview' };
  return task.name === 'DecideAccount'
    ? [first, { title: `${title} after a review`, task, inReview: true }]
    : [first];
});

/** A re-screening has no account of its own to look at in the end: test/faults/rescreening.test.ts. */
export const visits = allVisits.filter(({ task }) => task.machine !== 'rescreen-owners');
export const rescreeningVisits = allVisits.filter(({ task }) => task.machine === 'rescreen-owners');

// No retry policy goes so far.
const always = 99;

/** The error cases of one visit, from its task's Retry and Catch in the ASL. */
export function casesOf(visit: Visit): TaskCase[] {
  const { Retry } = visit.task;
  const groups = Retry.flatMap((retrier) => inGroups(thrownNames(retrier), retrier.MaxAttempts));
  const persistent = Retry.map((retrier) => thrownNames(retrier)[0] ?? 'ServiceUnavailable');
  return [
    throwing(visit, ['RecordMissingError'], 1),
    ...groups.map((errors) => throwing(visit, errors, errors.length)),
    ...persistent.map((error) => throwing(visit, [error], always)),
    passing(visit, 'times out once', { kind: 'hangs' }, 'Sandbox.Timedout'),
    passing(visit, 'loses its answer once', { kind: 'losesAnswer' }, 'Runtime.ExitError'),
  ];
}

/** The case in which the function of a visit dies after its nth such call of AWS or of the provider. */
export function deathCase(visit: Visit, call: string, nth: number): TaskCase {
  const fault: Fault = { kind: 'diesAfterCall', call, nth };
  return passing(visit, `dies after call ${nth} of ${call}`, fault, 'Runtime.ExitError');
}

/** What stands in the function's event of this visit and in no other. */
export function eventText({ task, inReview }: Visit, id: string): string {
  if (task.machine !== 'verify-account') return id;
  if (inReview) return caseIdOf(id, id);
  // Assessed 1, screened 2, decided 3.
  return task.name === 'NotifyProvider' ? noticeIdOf(id, 3, 'account.permission.changed') : eventIdOf(id);
}

/** The state a Catch leads to for an error. */
export function caughtBy({ Catch }: TaskState, error: string): string | undefined {
  return Catch.find(({ ErrorEquals }) => matches(ErrorEquals, error))?.Next;
}

/** One error after the other, at as many attempts in a row. */
function throwing(visit: Visit, errors: readonly string[], times: number): TaskCase {
  const { task } = visit;
  const error = errors.at(-1) ?? '';
  const retrier = task.Retry.find(({ ErrorEquals }) => matches(ErrorEquals, error));
  const attempts = 1 + (retrier?.MaxAttempts ?? 0);
  const outcome = task.Catch.length > 0 ? 'caught' : 'failed';
  return taskCase(visit, `throws ${errors.join(', then ')}${times === always ? ' for good' : ''}`, {
    ...{ error, fault: { kind: 'throws', errors }, times },
    expected: times < attempts ? 'unharmed' : outcome,
    hits: Math.min(times, attempts),
  });
}

/** A fault of the machine room: whatever the ASL says, it must pass without a trace. */
function passing(visit: Visit, what: string, fault: Fault, error: string): TaskCase {
  return taskCase(visit, what, { error, fault, times: 1, expected: 'unharmed', hits: 1 });
}

interface Course
  extends Pick<TaskCase, 'error' | 'expected' | 'hits'>, Pick<PlannedFault, 'fault' | 'times'> {}

function taskCase(visit: Visit, what: string, { fault, times, ...course }: Course): TaskCase {
  const { task, title } = visit;
  // An execution's name has at most 80 characters.
  const id = `${task.name}-${createHash('sha256').update(`${title} ${what}`).digest('hex').slice(0, 12)}`;
  const plan = { id, functionName: task.functionName, eventHolds: eventText(visit, id), times, fault };
  return { title: `${title}: its function ${what}`, visit, id, fault: plan, ...course };
}

function matches(names: readonly string[], error: string): boolean {
  return names.some((name) => [error, 'States.ALL', 'States.TaskFailed'].includes(name));
}

/** Names of `States.*` come from the service itself. */
function thrownNames({ ErrorEquals }: Retrier): string[] {
  return ErrorEquals.filter((name) => !name.startsWith('States.'));
}

function inGroups(names: readonly string[], size: number): string[][] {
  const count = Math.ceil(names.length / size);
  return Array.from({ length: count }, (_, index) => names.slice(index * size, (index + 1) * size));
}
