import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { decodeBundle } from '../../domain/audit/entry-bundle.ts';
import { logPaths } from '../../domain/audit/tile-path.ts';

/** How often each action stands in an exported log. */
export type LogActions = Readonly<Record<string, number>>;

export interface LogCounts {
  readonly actions: LogActions;
  /** Entries of decided accounts, whatever step in the programme they name. */
  readonly decisions: number;
}

export function logCounts(directory: string, treeSize: number): LogCounts {
  const actions: Record<string, number> = {};
  let decisions = 0;
  for (const path of logPaths(treeSize)) {
    if (!path.startsWith('tile/entries/')) continue;
    for (const bytes of decodeBundle(readFileSync(join(directory, path))) ?? []) {
      const { action, actor, subject } = AuditEntry.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
      actions[action] = (actions[action] ?? 0) + 1;
      if (actor.id === 'decide-account' && subject.kind === 'account') decisions += 1;
    }
  }
  return { actions, decisions };
}

/**
 * Decisions that must stand in the log: one for each applied event and each
 * account that a re-screening brought back, one for each review that came to an end.
 */
export function decisionsDue(actions: LogActions): number {
  const ends = ['account.assessed', 'account.reassessed', 'case.approve', 'case.refuse', 'case.lapsed'];
  return ends.reduce((sum, action) => sum + (actions[action] ?? 0), 0);
}
