import { rmSync } from 'node:fs';
import { verifyLog } from '../../domain/audit-verifier/verify-log.ts';
import { auditEntries } from '../domain/audit/audit-entries.ts';
import { exportToFolder, logOf } from '../domain/audit/exported-log.ts';
import { itemsPerSecond, type Figure } from './measure.ts';

const entries = 100_000;

/** How fast a stranger can check the log. */
export async function auditFigures(): Promise<Figure[]> {
  const folder = await exportToFolder(await logOf(auditEntries(entries, 5_000), 2_000));
  try {
    const rate = await itemsPerSecond(entries, 3, async () => {
      const verification = await verifyLog(folder);
      if (verification.verdict !== 'verified')
        throw new Error(`the bench log did not verify: ${verification.because}`);
    });
    return [
      {
        name: 'audit log verified',
        value: rate,
        unit: 'entries/s',
        limit: { atLeast: 100_000 },
        remark: 'design: 100,000 entries/s/core; 100,000 entries of 5,000 subjects, read from disk cache',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
