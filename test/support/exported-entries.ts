import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportAuditLog } from '../../cli/stage/export-audit-log.ts';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { verifyLog } from '../../domain/audit-verifier/verify-log.ts';
import type { Verification } from '../../domain/audit-verifier/verification.ts';
import type { RunningAws } from './running-aws.ts';

export interface ExportedEntries {
  /** Of the whole export, with the key that KMS names. */
  readonly verification: Verification;
  readonly entries: readonly AuditEntry[];
}

/** Sequences what waits, exports the log, has it verified and reads its entries out of the exported bundles. */
export async function exportedEntries(running: RunningAws): Promise<ExportedEntries> {
  await running.run(running.names.SequenceFunction);
  const directory = mkdtempSync(join(tmpdir(), 'exported-log-'));
  try {
    const { vkey } = await exportAuditLog(running, directory);
    const verification = await verifyLog(directory, { vkey });
    return { verification, entries: bundlesIn(join(directory, 'tile', 'entries')).flatMap(entriesOf) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function bundlesIn(directory: string): Buffer[] {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
}

/** C2SP tlog-tiles: each entry behind its length in two bytes, big-endian. */
function entriesOf(bundle: Buffer): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at);
    entries.push(JSON.parse(bundle.toString('utf8', at + 2, end)) as AuditEntry);
    at = end;
  }
  return entries;
}
