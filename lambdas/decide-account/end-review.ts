import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { TransactionItem } from '../../adapters/records/transaction.ts';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import type { CaseState } from '../../domain/cases/case-transitions.ts';
import type { ReviewEnd } from '../../domain/programme/decided-standing.ts';
import { decidedNoticeId, lapsedCase, loadCase } from '../runtime/case-steps.ts';

export interface EndedReview extends Omit<ReviewEnd, 'verdict'> {
  readonly verdict: ReviewEnd['verdict'] | 'overtaken';
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
  if (lapsed) {
    const { items, entries } = lapsed;
    return { verdict: 'lapsed', ...nobody, items, entries, notices: [] };
  }
  const verdict = verdictOf(record.state);
  const isDecided = verdict === 'approve' || verdict === 'refuse';
  const people = isDecided ? peopleBehind(record) : nobody;
  return { verdict, ...people, items: [], entries: [], notices: isDecided ? [decidedNoticeId(caseId)] : [] };
}

const nobody = { proposedBy: null, decidedBy: null };

function peopleBehind({ proposal, verdicts }: CaseRecord) {
  return { proposedBy: proposal?.by ?? null, decidedBy: verdicts.at(-1)?.by ?? null };
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
