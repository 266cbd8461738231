import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
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
    id: uuidOf(`${subject.kind}\n${subject.id}\n${subject.revision}`),
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

/** A UUID of version 8 (RFC 9562: free form) from a name. */
function uuidOf(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
