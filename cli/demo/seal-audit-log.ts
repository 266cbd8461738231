import { join } from 'node:path';
import { verifyLog } from '../../domain/audit-verifier/verify-log.ts';
import { exportAuditLog } from '../stage/export-audit-log.ts';
import { decisionsDue, logCounts } from './log-actions.ts';
import type { SimulatedYear } from './simulated-year.ts';
import type { Summary } from './summary.ts';

export interface SealedLog {
  readonly audit: Summary['audit'];
  /** Decisions that the applied events and ended reviews must have led to. */
  readonly decisionsDue: number;
}

/** Copies the audit log out and verifies the copy with the verifier that shares no code with the writer. */
export async function sealAuditLog(year: SimulatedYear, out: string): Promise<SealedLog> {
  const directory = join(out, 'audit');
  const { head, vkey } = await exportAuditLog(year.stage, directory);
  const verification = await verifyLog(directory, { vkey });
  const { actions, decisions } = logCounts(directory, head.size);
  const entries = Object.values(actions).reduce((sum, count) => sum + count, 0);
  return {
    decisionsDue: decisionsDue(actions),
    audit: {
      entries,
      treeSize: head.size,
      rootHash: head.rootHash,
      verified: verification.verdict === 'verified',
      vkey,
      decisions,
      actions,
      path: directory,
    },
  };
}
