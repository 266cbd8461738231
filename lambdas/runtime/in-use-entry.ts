import type { ListsInUse } from '../../adapters/lists/lists-in-use.ts';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { sha256 } from '../../domain/lists/list-digest.ts';
import { auditEntry } from './audit-draft.ts';

/** That other lists, or the same ones compiled otherwise, are searched from now on. Its evidence is the record itself. */
export function inUseEntry(functionName: string, inUse: ListsInUse, at: Date): AuditEntry {
  return auditEntry(functionName, {
    at,
    action: 'lists.inUse',
    subject: { kind: 'lists', id: 'in-use', revision: inUse.revision },
    evidence: sha256(JSON.stringify(inUse)),
    lists: inUse.listDigest,
    outcome: [
      ...inUse.lists.map(({ summary }) => summary.list),
      ...(inUse.index ? [inUse.index.digest] : []),
    ],
  });
}
