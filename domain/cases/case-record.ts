import { z } from 'zod';
import { caseStates } from './case-transitions.ts';

/** What one person said about a case, and at which revision of it: the reason stands there, sealed. */
const GivenVerdict = z.object({
  verdict: z.enum(['approve', 'refuse']),
  by: z.string(),
  at: z.string(),
  revision: z.int().min(1),
});
export type GivenVerdict = z.infer<typeof GivenVerdict>;

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
  /** The verdict that waits for a second person. */
  proposal: GivenVerdict.nullable(),
  /** Every verdict that was given, in order. */
  verdicts: z.array(GivenVerdict),
  /** Lets the waiting execution go on. Empty until the execution has come to wait. */
  taskToken: z.string().nullable(),
  /** Whether the waiting execution has been told the end. */
  released: z.boolean(),
});
export type CaseRecord = z.infer<typeof CaseRecord>;
