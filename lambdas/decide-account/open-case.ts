import { createHash } from 'node:crypto';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { caseDueAt, type ReviewTerms } from '../../domain/cases/case-due.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import type { AccountDecision } from '../../domain/risk/decide-account.ts';
import { auditEntry } from '../runtime/audit-draft.ts';

/** The question to people that a decision comes to. Its id derives from account and event: it is asked once. */
export function openCase(
  { id: accountId, eventId }: AccountRecord,
  { reasons }: AccountDecision,
  terms: ReviewTerms,
  at: Date,
): CaseRecord {
  const digest = createHash('sha256').update(`${accountId}\n${eventId}`).digest('hex');
  return {
    id: `case_${digest.slice(0, 20)}`,
    revision: 1,
    accountId,
    eventId,
    state: 'opened',
    reasons: [...reasons],
    openedAt: at.toISOString(),
    dueAt: caseDueAt(at, at, terms).toISOString(),
    proposal: null,
    verdicts: [],
    taskToken: null,
    released: false,
  };
}

export function openedEntry({ id, revision, reasons }: CaseRecord, at: Date): AuditEntry {
  return auditEntry('decide-account', {
    at,
    action: 'case.opened',
    subject: { kind: 'case', id, revision },
    outcome: reasons.map((reason) => reason.split(':')[0] ?? ''),
  });
}
