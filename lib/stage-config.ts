import type { Node } from 'constructs';
import { z } from 'zod';

/** What a deployment chooses, by `cdk.json` or `--context key=value` (README, Configuration). */
export const StageConfig = z.strictObject({
  stage: z.string().regex(/^[a-z][a-z0-9-]{0,15}$/, 'expected 1 to 16 of a-z, 0-9 and -, a letter first'),
  providerId: z
    .string()
    .regex(/^[a-z][a-z0-9.-]{0,62}$/, 'expected a host-like name such as acme or acme.example'),
  providerName: z.string().min(1).max(200),
  provenance: z.enum(['demonstration', 'production']),
  certificationSchedule: z.string().regex(/^cron\(.+\)$/, 'expected an EventBridge cron expression'),
  rescreeningSchedule: z.string().regex(/^cron\(.+\)$/, 'expected an EventBridge cron expression'),
  /** Days under Object Lock. Two years is what the proposed rule had asked for records (DL-07). */
  evidenceRetentionDays: z.coerce.number().int().min(1).max(36500),
  /** An SNS topic of yours that alarms report to. */
  alarmTopicArn: z.string().startsWith('arn:').optional(),
});
export type StageConfig = z.infer<typeof StageConfig>;

/** @throws Error naming each key, what was expected and what to do */
export function readStageConfig(node: Node): StageConfig {
  const given = Object.keys(StageConfig.shape).flatMap((key) => {
    const value: unknown = node.tryGetContext(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const parsed = StageConfig.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(
    [
      'The CDK context is not complete or not right:',
      ...faults,
      'Set it in cdk.json or with --context key=value.',
    ].join('\n'),
  );
}
