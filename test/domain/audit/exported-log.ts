import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import { exportLog } from '../../../domain/audit/export-log.ts';
import { integrate } from '../../../domain/audit/integrate.ts';
import { verifierKeyText } from '../../../domain/audit/signed-note.ts';
import { MemoryLog } from './memory-log.ts';

/** Appends all that waits, `batchSize` at a time, until nothing is left. */
export async function integrateAll(log: MemoryLog, batchSize = 256): Promise<void> {
  let integrated = 1;
  while (integrated > 0) ({ integrated } = await integrate(log.ports, { batchSize }));
}

/** Writes the log's export into a new folder below the system's temporary one. */
export async function exportToFolder(log: MemoryLog): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'audit-log-'));
  const vkey = verifierKeyText(log.signer.keyName, await log.signer.publicKey());
  await exportLog(log.tiles, vkey, (path, bytes) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return Promise.resolve();
  });
  return folder;
}

export async function logOf(entries: readonly AuditEntry[], batchSize = 256): Promise<MemoryLog> {
  const log = new MemoryLog();
  log.put(...entries);
  await integrateAll(log, batchSize);
  return log;
}
