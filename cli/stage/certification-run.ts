import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeExecutionCommand, ListExecutionsCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { z } from 'zod';
import { AnswerIsNoError, CouldNotTellError } from '../outcome-errors.ts';
import type { Stage } from './stage.ts';

const RecordedReport = z.object({
  reportId: z.string(),
  prefix: z.string(),
  manifestSha256: z.string(),
});
export type RecordedReport = z.infer<typeof RecordedReport>;

type Use = Pick<Stage, 'clients' | 'names'>;

const pollMs = 250;

/** Starts `report-certification` as the schedule would. @returns the execution's ARN */
export async function startCertification({ clients, names }: Use): Promise<string> {
  const { executionArn = '' } = await clients.sfn.send(
    new StartExecutionCommand({ stateMachineArn: names.ReportCertificationArn, input: '{}' }),
  );
  return executionArn;
}

/** The newest execution, whoever started it; null when there was none yet. */
export async function newestCertification({ clients, names }: Use): Promise<string | null> {
  const { executions = [] } = await clients.sfn.send(
    new ListExecutionsCommand({ stateMachineArn: names.ReportCertificationArn, maxResults: 1 }),
  );
  return executions[0]?.executionArn ?? null;
}

/**
 * Waits for the execution's end.
 * @throws AnswerIsNoError when it failed, with its cause; CouldNotTellError when it still runs after `withinMs`
 */
export async function certificationEnd(
  { clients }: Use,
  executionArn: string,
  withinMs: number,
): Promise<RecordedReport> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const described = await clients.sfn.send(new DescribeExecutionCommand({ executionArn }));
    const { status = 'unknown', output, error = '', cause = '' } = described;
    if (status === 'SUCCEEDED') return RecordedReport.parse(JSON.parse(output ?? 'null'));
    if (status !== 'RUNNING') throw new AnswerIsNoError(`the certification ${status}: ${error} ${cause}`);
    await sleep(pollMs);
  }
  throw new CouldNotTellError(`the certification still runs after ${withinMs / 1000} s: ${executionArn}`);
}
