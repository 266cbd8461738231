import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exportLog } from '../../domain/audit/export-log.ts';
import type { LogStateStore, NoteSigner, TileStore } from '../../domain/audit/sequencer-ports.ts';
import { verifierKeyText } from '../../domain/audit/signed-note.ts';
import { verifyLog } from '../../domain/audit-verifier/verify-log.ts';
import type { Verification } from '../../domain/audit-verifier/verification.ts';
import { KycError } from '../../domain/errors/kyc-error.ts';
import { count, note, noteTrouble } from '../runtime/observability.ts';

/** The log did not verify. The message names the place; `docs/runbook.md` says what to do. */
export class AuditLogNotVerifiedError extends KycError {
  override readonly name = 'AuditLogNotVerifiedError';
}

/** The copy of the log does not fit into the function's temporary storage. */
export class LogTooLargeError extends KycError {
  override readonly name = 'LogTooLargeError';
}

export interface Dependencies {
  readonly tiles: Pick<TileStore, 'read' | 'readCheckpoint'>;
  readonly signer: Pick<NoteSigner, 'keyName' | 'publicKey'>;
  readonly state: Pick<LogStateStore, 'read'>;
  /** Stores one file of the copy; for tests of a full disk. */
  readonly writeCopy?: (file: string, bytes: Uint8Array) => Promise<void>;
}

/**
 * Exports the whole log and re-derives it, with the key that KMS names and not one that lies beside the log. What the
 * sequencer remembers is asked for, too: a bucket put back to an older state would verify by itself.
 */
export const verifyAuditLog = (deps: Dependencies) => async (): Promise<{ readonly size: number }> => {
  const { writeCopy = writeInto } = deps;
  const { size, rootHash } = await deps.state.read();
  const directory = await mkdtemp(join(tmpdir(), 'audit-log-'));
  try {
    const vkey = verifierKeyText(deps.signer.keyName, await deps.signer.publicKey());
    await exportLog(deps.tiles, vkey, (path, bytes) => writeCopy(join(directory, path), bytes));
    return judge(await verifyLog(directory, { vkey, atLeast: { size, ...(size > 0 ? { rootHash } : {}) } }));
  } catch (error) {
    throw isDiskFull(error) ? tooLarge(size, error) : error;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

async function writeInto(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

function tooLarge(size: number, cause: unknown): LogTooLargeError {
  return new LogTooLargeError(
    `the copy of the audit log (${size} entries) does not fit into the function's temporary storage: raise storageMb ` +
      'of verify-audit-log in lib/audit-log/audit-log.ts (at most 10240) and deploy',
    { cause },
  );
}

function judge(verification: Verification): { readonly size: number } {
  const isVerified = verification.verdict === 'verified';
  count('AuditLogVerified', isVerified ? 1 : 0);
  if (isVerified) {
    note('LOG_VERIFIED', { size: verification.size, rootHash: verification.rootHash });
    return { size: verification.size };
  }
  const place = verification.verdict === 'failed' ? JSON.stringify(verification.place) : 'unknown place';
  noteTrouble('LOG_NOT_VERIFIED', { because: verification.because, place });
  throw new AuditLogNotVerifiedError(`the audit log did not verify at ${place}: ${verification.because}`);
}
