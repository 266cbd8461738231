import { z } from 'zod';
import { accountStatuses, permissions } from '../accounts/account-status.ts';
import { noticeTypes } from './notice.ts';

const account = z.string().describe("The provider's id of the account");
const revision = z.int().min(1).describe('Counts the changes of the account; a higher one is newer');
const reasonCode = z.string().describe('code, code:party or code:party:field');
const caseId = z.string().describe('Id of the review case');
const conditions = z
  .object({
    products: z.array(z.string()).describe('The only kinds of product it may use; empty: none'),
    limits: z.array(z.object({ measure: z.string(), atMost: z.int().min(0) })),
    monitoring: z.array(z.string()),
  })
  .nullable()
  .optional()
  .describe('What restricted means, in codes that the provider chose; null where it may do all or nothing');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const body = <Type extends (typeof noticeTypes)[number], Data extends z.ZodRawShape>(
  type: Type,
  data: Data,
) => z.object({ type: z.literal(type), timestamp: z.iso.datetime(), data: z.object(data) });

/**
 * What the provider receives: the body of the signed webhook. The event bus carries the type as `detail-type` and
 * `data`, with the notice's id beside it, as `detail`. Readers must ignore keys they do not know: more may come.
 */
export const NoticeBody = z.discriminatedUnion('type', [
  body('account.permission.changed', {
    account,
    revision,
    permission: z.enum(permissions),
    before: z.enum(permissions),
    status: z.enum(accountStatuses),
    reasons: z.array(reasonCode),
    conditions,
  }),
  body('information.requested', { account, revision, wanted: z.array(reasonCode).min(1) }),
  body('account.closure.required', { account, revision, reasons: z.array(reasonCode) }),
  body('case.opened', { account, revision, case: caseId, reasons: z.array(reasonCode) }),
  body('case.decided', { account, case: caseId, state: z.enum(['approved', 'refused']) }),
  body('report.ready', { report: z.string(), kind: z.literal('certification'), manifestSha256: sha256 }),
]);
export type NoticeBody = z.infer<typeof NoticeBody>;
