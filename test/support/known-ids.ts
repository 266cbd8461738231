import { createHash } from 'node:crypto';

// The ids that design and runbook promise to derive, derived a second time: a test that plans a fault for a case or a
// notice has to know its name before it exists, and a change of their form would part one retry from the next.

export function eventIdOf(webhookId: string): string {
  return `evt_${hex(webhookId, 32)}`;
}

export function caseIdOf(account: string, webhookId: string): string {
  return `case_${hex(`${account}\n${eventIdOf(webhookId)}`, 20)}`;
}

/** @param revision of the account's record: assessed 1, screened 2, decided 3 */
export function noticeIdOf(account: string, revision: number, type: string): string {
  return `ntc_${hex(`${account}\n${revision}\n${type}`, 32)}`;
}

function hex(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
