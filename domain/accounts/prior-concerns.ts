import type { AccountRecord } from './account-record.ts';

/** What an earlier look leaves behind: new data never slips past a refusal or a question to a person. */
export function concernsOf(
  before: AccountRecord | null,
  isRefusalPending: boolean,
): AccountRecord['concerns'] {
  if (!before) return [];
  const concerns = new Set(before.concerns);
  if (before.status === 'refused' || isRefusalPending) concerns.add('previouslyRefused');
  if (before.openCase) concerns.add('reviewOvertaken');
  if (before.reasons.includes('reviewLapsed')) concerns.add('reviewLapsed');
  return [...concerns].sort();
}
