import { randomUUID } from 'node:crypto';
import type { ScheduleDefinition } from './schedule-definition.ts';

/** The target's input with Scheduler's context attributes filled in. */
export function targetInput(
  { arn, target }: ScheduleDefinition,
  scheduledAt: number,
  place: { readonly region: string; readonly account: string },
): string {
  const executionId = randomUUID();
  const scheduledTime = new Date(scheduledAt).toISOString().replace(/\.\d{3}Z$/, 'Z');
  const input = target.input ?? JSON.stringify(defaultEvent(arn, executionId, scheduledTime, place));
  return input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', scheduledTime)
    .replaceAll('<aws.scheduler.execution-id>', executionId)
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}

/** What a target gets when the schedule names no input. */
function defaultEvent(
  arn: string,
  id: string,
  time: string,
  { region, account }: { readonly region: string; readonly account: string },
): object {
  return {
    version: '0',
    id,
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account,
    time,
    region,
    resources: [arn],
    detail: '{}',
  };
}
