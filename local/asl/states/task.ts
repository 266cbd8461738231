import type { TaskState } from '../definition.ts';
import { AslError } from '../errors/asl-error.ts';
import type { Json } from '../json.ts';
import { assertPayload } from '../payload-limit.ts';
import { within } from '../run/abortable.ts';
import { attempt } from '../run/attempt.ts';
import type { OpenToken } from '../run/ports.ts';
import { evaluateField, evaluateNumber, record, type Entry, type Outcome } from '../run/run.ts';
import { readTaskResource, type TaskResource } from '../task-resource.ts';

/** Calls an integration. After a restart the call is made again, unless a token or a child execution is waited for. */
export function runTask(state: TaskState, entry: Entry): Promise<Outcome> {
  return attempt(state, entry, async (visit) => {
    const resource = readTaskResource(state.Resource);
    if ('refused' in resource) throw new AslError('States.Runtime', resource.refused);
    const result = await recorded(resource, visit, () =>
      resource.mode === 'waitForTaskToken'
        ? untilAnswered(state, resource, visit)
        : untilReturned(state, resource, visit),
    );
    assertPayload(result, `the result of state ${entry.name}`);
    return result;
  });
}

async function untilReturned(state: TaskState, resource: TaskResource, entry: Entry): Promise<Json> {
  const { ports, signal } = entry.run;
  const args = await argumentsOf(state, entry);
  const timeout = await evaluateNumber(entry, 'TimeoutSeconds', state.TimeoutSeconds);
  const dueAt = timeout === undefined ? Infinity : ports.clock.now() + timeout * 1000;
  scheduled(resource, entry, args);
  return within({ clock: ports.clock, dueAt, error: new AslError('States.Timeout') }, signal, (limited) =>
    ports.call({ resource, args, signal: limited, progress: entry.progress }),
  );
}

async function untilAnswered(state: TaskState, resource: TaskResource, entry: Entry): Promise<Json> {
  const token = await openToken(state, entry);
  const { activity } = entry.run.ports;
  try {
    const answer = token.answer(entry.run.signal);
    // A submission that fails ends the visit; an answer may come before the submission has returned.
    const submitted = submit(state, resource, entry, token).then(() => activity.rest(answer));
    return await Promise.race([answer, submitted]);
  } finally {
    token.close();
  }
}

async function openToken(state: TaskState, entry: Entry): Promise<OpenToken> {
  const { tokens } = entry.run.ports;
  const earlier = entry.progress.noted().token;
  const reopened = earlier === undefined ? undefined : tokens.reopen(earlier);
  if (reopened) return reopened;
  const token = tokens.create({
    timeoutSeconds: await evaluateNumber(entry, 'TimeoutSeconds', state.TimeoutSeconds),
    heartbeatSeconds: await evaluateNumber(entry, 'HeartbeatSeconds', state.HeartbeatSeconds),
  });
  entry.progress.note({ token: token.token });
  return token;
}

async function submit(
  state: TaskState,
  resource: TaskResource,
  entry: Entry,
  token: OpenToken,
): Promise<void> {
  if (token.isSubmitted) return;
  const context = { ...entry.context, Task: { Token: token.token } };
  const args = await argumentsOf(state, { ...entry, context });
  scheduled(resource, entry, args);
  const { ports, signal } = entry.run;
  const output = await ports.call({ resource, args, signal, progress: entry.progress });
  if (!token.isOpen()) return;
  record(entry.run, 'TaskSubmitted', { ...labels(resource), output: JSON.stringify(output) });
  token.markSubmitted();
}

async function argumentsOf(state: TaskState, entry: Entry): Promise<Json> {
  const args =
    state.Arguments === undefined ? entry.input : await evaluateField(entry, 'Arguments', state.Arguments);
  assertPayload(args, `the Arguments of state ${entry.name}`);
  return args;
}

function scheduled(resource: TaskResource, { run }: Entry, args: Json): void {
  record(run, 'TaskScheduled', { ...labels(resource), parameters: JSON.stringify(args) });
  record(run, 'TaskStarted', labels(resource));
}

async function recorded(resource: TaskResource, { run }: Entry, call: () => Promise<Json>): Promise<Json> {
  try {
    const output = await call();
    record(run, 'TaskSucceeded', { ...labels(resource), output: JSON.stringify(output) });
    return output;
  } catch (error) {
    if (error instanceof AslError && !run.signal.aborted) {
      const type =
        error.error === 'States.Timeout' || error.error === 'States.HeartbeatTimeout'
          ? 'TaskTimedOut'
          : 'TaskFailed';
      record(run, type, { ...labels(resource), error: error.error, cause: error.causeText });
    }
    throw error;
  }
}

function labels({ service, action, isSdk, mode }: TaskResource): Record<'resource' | 'resourceType', string> {
  const pattern = { requestResponse: '', sync: '.sync:2', waitForTaskToken: '.waitForTaskToken' }[mode];
  return { resourceType: isSdk ? `aws-sdk:${service}` : service, resource: `${action}${pattern}` };
}
