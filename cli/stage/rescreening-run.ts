import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  DescribeMapRunCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  RedriveExecutionCommand,
  StartExecutionCommand,
  type MapRunItemCounts,
} from '@aws-sdk/client-sfn';
import { z } from 'zod';
import { AnswerIsNoError, CouldNotTellError } from '../outcome-errors.ts';
import type { Stage } from './stage.ts';

type Use = Pick<Stage, 'clients' | 'names'>;

const ClosedRescreening = z.object({
  runId: z.string(),
  owners: z.int(),
  changed: z.int(),
  manifestSha256: z.string(),
});
export type ClosedRescreening = z.infer<typeof ClosedRescreening>;

export interface RescreeningRun {
  readonly executionArn: string;
  readonly status: string;
  readonly error: string | null;
  /** Shards of the book; null before they are planned. */
  readonly shards: Pick<MapRunItemCounts, 'total' | 'succeeded' | 'failed'> | null;
  /** What it came to; null unless it succeeded. */
  readonly closed: ClosedRescreening | null;
}

/** Starts `rescreen-owners`. A name that a run has had before is refused by AWS. @returns the execution's ARN */
export async function startRescreening(
  { clients, names }: Use,
  { name, full = false }: { readonly name?: string; readonly full?: boolean } = {},
): Promise<string> {
  const input = JSON.stringify({ full });
  const { executionArn = '' } = await clients.sfn.send(
    new StartExecutionCommand({ stateMachineArn: names.RescreenOwnersArn, name, input }),
  );
  return executionArn;
}

/** The newest run, whoever started it; null when there was none yet. */
export async function newestRescreening({ clients, names }: Use): Promise<string | null> {
  const { executions = [] } = await clients.sfn.send(
    new ListExecutionsCommand({ stateMachineArn: names.RescreenOwnersArn, maxResults: 1 }),
  );
  return executions[0]?.executionArn ?? null;
}

export async function describeRescreening({ clients }: Use, executionArn: string): Promise<RescreeningRun> {
  const {
    status = 'unknown',
    error,
    output,
  } = await clients.sfn.send(new DescribeExecutionCommand({ executionArn }));
  const { mapRuns = [] } = await clients.sfn.send(new ListMapRunsCommand({ executionArn }));
  const newest = mapRuns.at(-1)?.mapRunArn;
  const mapRun = newest && (await clients.sfn.send(new DescribeMapRunCommand({ mapRunArn: newest })));
  return {
    ...{ executionArn, status, error: error ?? null },
    shards: mapRun ? (mapRun.itemCounts ?? null) : null,
    closed: status === 'SUCCEEDED' ? ClosedRescreening.parse(JSON.parse(output ?? 'null')) : null,
  };
}

/** Lets a run that failed go on where it stopped. */
export async function redriveRescreening({ clients }: Use, executionArn: string): Promise<void> {
  await clients.sfn.send(new RedriveExecutionCommand({ executionArn }));
}

const pollMs = 250;
const defaultWithinMs = 60_000;

/**
 * Waits for the end of a run.
 * @throws AnswerIsNoError when it failed; CouldNotTellError when it still runs after `withinMs`
 */
export async function endOfRescreening(
  use: Use,
  executionArn: string,
  withinMs = defaultWithinMs,
): Promise<ClosedRescreening> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const { status, error, closed } = await describeRescreening(use, executionArn);
    if (closed) return closed;
    if (status !== 'RUNNING') {
      throw new AnswerIsNoError(
        `the re-screening ${status}: ${error ?? ''}. Mend the cause, then: npm run -s kyc -- rescreen redrive`,
      );
    }
    await sleep(pollMs);
  }
  throw new CouldNotTellError(`the re-screening still runs after ${withinMs / 1000} s: ${executionArn}`);
}
