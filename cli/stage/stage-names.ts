import { z } from 'zod';

/** Outputs of the service stack that the commands need: the names of what was deployed. */
export const StageNames = z.object({
  WebhookUrl: z.url(),
  ApiUrl: z.url(),
  InboundSecret: z.string(),
  OutboundSecret: z.string(),
  VerifyAccountArn: z.string(),
  RescreenOwnersArn: z.string(),
  ReportCertificationArn: z.string(),
  AcceptListsFunction: z.string(),
  SequenceFunction: z.string(),
  LogName: z.string(),
  LogKey: z.string(),
  LogBucket: z.string(),
  ReportsBucket: z.string(),
  ListsBucket: z.string(),
  OwnerBookBucket: z.string(),
  InboxTable: z.string(),
  RecordsTable: z.string(),
  AuditTable: z.string(),
  VerificationQueue: z.url(),
});
export type StageNames = z.infer<typeof StageNames>;

/**
 * Finds the service stack among the outputs of all stacks, as `cdk deploy --outputs-file` writes them.
 * @throws Error naming what is missing
 */
export function stageNames(outputs: Readonly<Record<string, unknown>>): StageNames {
  const tried = Object.entries(outputs).map(([stack, values]) => ({
    stack,
    parsed: StageNames.safeParse(values),
  }));
  const found = tried.find(({ parsed }) => parsed.success);
  if (found?.parsed.data) return found.parsed.data;
  const faults = tried.map(({ stack, parsed }) => {
    const missing = parsed.error?.issues.map((issue) => issue.path.join('.')) ?? [];
    return `${stack} lacks ${missing.join(', ')}`;
  });
  throw new Error(`no stack has the outputs of the service stack: ${faults.join('; ') || 'no stacks'}`);
}
