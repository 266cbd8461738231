import { createHash } from 'node:crypto';
import type { Notice } from '../notices/notice.ts';
import type { GrantedPermission } from '../programme/granted-permission.ts';
import type { ProgrammeTransition } from '../programme/programme-transitions.ts';
import type { AccountRecord } from './account-record.ts';

/** What of the step that was taken is told beside the account. */
export interface ToldStep {
  readonly conditions: GrantedPermission['conditions'];
  /** The notices that the table gives the step; none where the account stays in its state. */
  readonly notices: ProgrammeTransition['notices'];
}

/**
 * What the provider is told of an account after a decision or a step. Ids derive from account and revision, so that a repeated step makes
 * the same notices and not more of them.
 */
export function decisionNotices(
  account: AccountRecord,
  before: AccountRecord,
  at: string,
  told: ToldStep,
): Notice[] {
  const { id, permission, reasons, status } = account;
  const notice = (type: Notice['type'], data: Record<string, unknown>): Notice => ({
    id: noticeId(account, type),
    type,
    at,
    data: { account: id, revision: account.revision, ...data },
  });
  const notices = [
    notice('account.permission.changed', {
      ...{ permission, before: before.permission, status, reasons },
      conditions: told.conditions,
    }),
  ];
  const wanted = reasons.filter((reason) => asksForInformation(reason));
  if (wanted.length > 0) notices.push(notice('information.requested', { wanted }));
  if (told.notices.includes('account.closure.required'))
    notices.push(notice('account.closure.required', { reasons }));
  if (account.openCase) notices.push(notice('case.opened', { case: account.openCase, reasons }));
  return notices;
}

const informationReasons: ReadonlySet<string> = new Set([
  ...['ownersUnknown', 'ownersUnresolved', 'customerUnknown', 'fieldMissing', 'identityNotPerformed'],
  ...['locationUnclear', 'seatUnknown'],
]);

function asksForInformation(reason: string): boolean {
  return informationReasons.has(reason.split(':')[0] ?? '');
}

function noticeId(account: AccountRecord, type: string): string {
  const digest = createHash('sha256').update(`${account.id}\n${account.revision}\n${type}`).digest('hex');
  return `ntc_${digest.slice(0, 32)}`;
}
