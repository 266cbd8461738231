import { userInfo } from 'node:os';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { entryId } from '../../domain/audit/entry-id.ts';

/** The entry of what a person does from the command line. No rule is applied by it, so it names no policy. */
export function operatorEntry(
  subject: AuditEntry['subject'],
  action: string,
  outcome: readonly string[],
  at: Date,
): AuditEntry {
  return {
    v: 1,
    id: entryId(subject),
    at: at.toISOString(),
    actor: { kind: 'person', id: userInfo().username.replaceAll(/[^A-Za-z0-9_.:/-]/g, '-') },
    action,
    subject,
    evidence: null,
    policies: {},
    lists: null,
    outcome: [...outcome],
  };
}
