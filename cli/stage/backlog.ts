import { DescribeExecutionCommand, ListExecutionsCommand, type ExecutionStatus } from '@aws-sdk/client-sfn';
import { inboxStore } from '../../adapters/inbox/inbox-store.ts';
import { caseStore } from '../../adapters/records/case-store.ts';
import type { Stage } from './stage.ts';

type Use = Pick<Stage, 'clients' | 'names'>;

/** What is on its way through `verify-account`. */
export interface Backlog {
  /** Events no execution has taken up. */
  readonly received: number;
  /** Events that were put aside for a person. */
  readonly parked: readonly string[];
  /** Executions at work; those that wait for a reviewer do not count. */
  readonly working: number;
  /** Causes of executions that failed. */
  readonly failed: readonly string[];
}

const endOfTime = '9999';

export async function backlog(stage: Use): Promise<Backlog> {
  const inbox = inboxStore(stage.clients.documents, stage.names.InboxTable);
  const received = await gather(inbox.unfinished('received', endOfTime));
  const parked = await gather(inbox.unfinished('parked', endOfTime));
  const running = await executions(stage, 'RUNNING');
  const awaited = await awaitedEvents(stage);
  const working = running.filter(({ name }) => !awaited.has(name.split('-')[0] ?? ''));
  const failed = await executions(stage, 'FAILED');
  return {
    received: received.length,
    parked,
    working: working.length,
    failed: await Promise.all(failed.slice(0, 3).map(({ arn }) => causeOf(stage, arn))),
  };
}

/** Events whose executions have come to wait for a person. */
async function awaitedEvents({ clients, names }: Use): Promise<Set<string>> {
  const waiting = await gather(caseStore(clients.documents, names.RecordsTable).waiting());
  return new Set(waiting.filter(({ taskToken }) => taskToken !== null).map(({ eventId }) => eventId));
}

async function executions(
  { clients, names }: Use,
  status: ExecutionStatus,
): Promise<{ name: string; arn: string }[]> {
  const found: { name: string; arn: string }[] = [];
  let nextToken: string | undefined;
  do {
    const page = await clients.sfn.send(
      new ListExecutionsCommand({
        ...{ stateMachineArn: names.VerifyAccountArn, statusFilter: status, maxResults: 1000 },
        ...(nextToken === undefined ? {} : { nextToken }),
      }),
    );
    for (const { name = '', executionArn = '' } of page.executions ?? []) {
      found.push({ name, arn: executionArn });
    }
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return found;
}

async function causeOf({ clients }: Use, executionArn: string): Promise<string> {
  const { error, cause } = await clients.sfn.send(new DescribeExecutionCommand({ executionArn }));
  return `${error ?? 'no error'}: ${cause ?? 'no cause'}`;
}

async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
