import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { TransactionItem } from '../../adapters/records/transaction.ts';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import type { CaseState } from '../../domain/cases/case-transitions.ts';
import type { ReviewVerdict } from '../../domain/risk/decide-account.ts';
import { decidedNoticeId, lapsedCase, loadCase } from '../runtime/case-steps.ts';

export interface EndedReview {
  readonly verdict: ReviewVerdict | 'overtaken';
  /** Closes the case where nobody did. */
  readonly items: readonly TransactionItem[];
  readonly entries: readonly AuditEntry[];
  /** What its end has put into the outbox. */
  readonly notices: readonly string[];
}

/**
 * How the review of a case ended. The stored case decides, not the message that woke the execution: a verdict given
 * in the last second stands, and a case nobody closed has lapsed.
 */
export async function endReview(cases: CaseStore, caseId: string, at: Date): Promise<EndedReview> {
  const record = await loadCase(cases, caseId);
  const lapsed = lapsedCase(cases, record, at);
  if (lapsed) return { verdict: 'lapsed', items: lapsed.items, entries: lapsed.entries, notices: [] };
  const verdict = verdictOf(record.state);
  const isDecided = verdict === 'approve' || verdict === 'refuse';
  return { verdict, items: [], entries: [], notices: isDecided ? [decidedNoticeId(caseId)] : [] };
}

function verdictOf(state: CaseState): EndedReview['verdict'] {
  switch (state) {
    case 'approved':
      return 'approve';
    case 'refused':
      return 'refuse';
    case 'overtaken':
      return 'overtaken';
    case 'lapsed':
      return 'lapsed';
    case 'opened':
    case 'proposed':
      throw new RangeError(`the case is ${state} and its review has not ended`);
  }
}
