import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { decodeBundle } from '../../domain/audit/entry-bundle.ts';
import { logPaths } from '../../domain/audit/tile-path.ts';

/** How often each action stands in an exported log. */
export type LogActions = Readonly<Record<string, number>>;

export function logActions(directory: string, treeSize: number): LogActions {
  const counts: Record<string, number> = {};
  for (const path of logPaths(treeSize)) {
    if (!path.startsWith('tile/entries/')) continue;
    for (const bytes of decodeBundle(readFileSync(join(directory, path))) ?? []) {
      const { action } = AuditEntry.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
      counts[action] = (counts[action] ?? 0) + 1;
    }
  }
  return counts;
}

/**
 * Decisions that must stand in the log: one for each applied event and each
 * account that a re-screening brought back, one for each review that came to an end.
 */
export function decisionsDue(actions: LogActions): number {
  const ends = ['account.assessed', 'account.reassessed', 'case.approve', 'case.refuse', 'case.lapsed'];
  return ends.reduce((sum, action) => sum + (actions[action] ?? 0), 0);
}
