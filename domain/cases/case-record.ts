import { z } from 'zod';
import { caseStates } from './case-transitions.ts';

/** A question to a person about an account, as stored. Ids and codes only. */
export const CaseRecord = z.object({
  id: z.string(),
  revision: z.int().min(1),
  accountId: z.string(),
  eventId: z.string(),
  state: z.enum(caseStates),
  /** Why a person is asked: the reason codes of the decision that opened it. */
  reasons: z.array(z.string()),
  openedAt: z.string(),
  /** When the state machine stops waiting and the policy for lapsed reviews applies. */
  dueAt: z.string(),
  proposal: z
    .object({ verdict: z.enum(['approve', 'refuse']), by: z.string(), because: z.string(), at: z.string() })
    .nullable(),
  /** Lets the waiting execution go on. Empty until the execution has come to wait. */
  taskToken: z.string().nullable(),
  /** Whether the waiting execution has been told the end. */
  released: z.boolean(),
});
export type CaseRecord = z.infer<typeof CaseRecord>;
