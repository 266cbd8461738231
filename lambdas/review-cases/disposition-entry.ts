import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { dispositionDigest, type DispositionRecord } from '../../domain/dispositions/disposition-record.ts';
import type { DispositionTransitionName } from '../../domain/dispositions/disposition-transitions.ts';
import { auditEntry } from '../runtime/audit-draft.ts';

/** The audit entry of one step. Its evidence covers the judged entry and the digests of what is sealed. */
export function dispositionEntry(
  record: DispositionRecord,
  transition: DispositionTransitionName,
  by: string,
  at: Date,
): AuditEntry {
  return auditEntry('review-cases', {
    at,
    action: `disposition.${transition}`,
    actor: { kind: 'person', id: by },
    subject: { kind: 'disposition', id: record.id, revision: record.revision },
    evidence: dispositionDigest(record),
    outcome: [record.state],
  });
}
