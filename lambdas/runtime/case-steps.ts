import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { TransactionItem } from '../../adapters/records/transaction.ts';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import { stepBySystem } from '../../domain/cases/decide-case.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import { auditEntry } from './audit-draft.ts';

export interface CaseChange {
  readonly record: CaseRecord;
  readonly items: readonly TransactionItem[];
  readonly entries: readonly AuditEntry[];
}

/** The change that puts a case aside because newer data of its account has arrived; null when it is closed anyway. */
export function overtakenCase(cases: CaseStore, record: CaseRecord, at: Date): CaseChange | null {
  return systemStep(cases, record, 'overtake', at);
}

/** The change that closes a case nobody answered in time; null when somebody did, at the last moment. */
export function lapsedCase(cases: CaseStore, record: CaseRecord, at: Date): CaseChange | null {
  return systemStep(cases, record, 'lapse', at);
}

/** The notice that two people have decided a case: `case.decided`. */
export function decidedNoticeId(caseId: string): string {
  return `ntc_${caseId.replace('case_', '')}`;
}

export async function loadCase(cases: Pick<CaseStore, 'load'>, caseId: string): Promise<CaseRecord> {
  const record = await cases.load(caseId);
  if (!record) throw new RecordMissingError(`case ${caseId} is not stored`);
  return record;
}

function systemStep(
  cases: CaseStore,
  before: CaseRecord,
  transition: 'overtake' | 'lapse',
  at: Date,
): CaseChange | null {
  const step = stepBySystem(before, transition);
  if (step.outcome !== 'moves') return null;
  // A lapse is noticed by the execution itself; an overtaken one still waits and has to be told.
  const released = transition === 'lapse';
  const record: CaseRecord = { ...before, state: step.to, revision: before.revision + 1, released };
  const entry = auditEntry('verify-account', {
    at,
    action: `case.${step.to}`,
    subject: { kind: 'case', id: record.id, revision: record.revision },
    outcome: record.reasons.map((reason) => reason.split(':')[0] ?? reason),
  });
  return { record, items: [cases.put(record)], entries: [entry] };
}
