import { z } from 'zod';
import type { AccountRecord } from './account-record.ts';
import { AccountId } from './account-event.ts';
import { concernsOf } from './prior-concerns.ts';

/**
 * Asks for a new decision about an account whose parties match otherwise than when it was decided. It comes from our own
 * re-screening, never from outside: the webhook knows no such event.
 */
export const Reassessment = z.strictObject({
  type: z.literal('account.rescreened'),
  data: z.strictObject({ account: AccountId, run: z.string().min(1).max(80) }),
});
export type Reassessment = z.infer<typeof Reassessment>;

/**
 * The account as it goes into a new screening and decision; null where that may not be. A refused account has no
 * permission left to lose, and of one with a parked event it is not known what it should have.
 */
export function reassessAccount(
  before: AccountRecord,
  eventId: string,
  isRefusalPending: boolean,
): AccountRecord | null {
  const hasNothingToLose = before.status === 'refused' && before.permission === 'none';
  if (hasNothingToLose || isRefusalPending || before.reasons.includes('eventParked')) return null;
  return {
    ...before,
    revision: before.revision + 1,
    eventId,
    concerns: concernsOf(before, isRefusalPending),
    openCase: null,
  };
}
