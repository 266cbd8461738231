import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { entryId } from '../../domain/audit/entry-id.ts';
import { policyVersionsById } from './policies.ts';

export interface AuditDraft {
  readonly at: Date;
  readonly action: string;
  readonly subject: AuditEntry['subject'];
  readonly actor?: AuditEntry['actor'];
  readonly evidence?: string;
  readonly lists?: string;
  readonly outcome: readonly string[];
}

// An entry holds at most 64 codes; what is more stands in the evidence that the entry names.
const codesAtMost = 64;

/** An entry under the policies in force here. Its id derives from its subject, so a repeated step makes no second. */
export function auditEntry(functionName: string, draft: AuditDraft): AuditEntry {
  const { subject, at } = draft;
  return {
    v: 1,
    id: entryId(subject),
    at: at.toISOString(),
    actor: draft.actor ?? { kind: 'system', id: functionName },
    action: draft.action,
    subject,
    evidence: draft.evidence ?? null,
    policies: { ...policyVersionsById },
    lists: draft.lists ?? null,
    outcome: [...new Set(draft.outcome)].slice(0, codesAtMost),
  };
}
