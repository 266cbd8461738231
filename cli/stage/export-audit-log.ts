import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { kmsNoteSigner } from '../../adapters/audit-log/kms-note-signer.ts';
import { s3TileStore } from '../../adapters/audit-log/s3-tile-store.ts';
import type { TreeHead } from '../../domain/audit/checkpoint.ts';
import { exportLog } from '../../domain/audit/export-log.ts';
import { verifierKeyText } from '../../domain/audit/signed-note.ts';
import type { Stage } from './stage.ts';

export interface ExportedLog {
  readonly head: TreeHead;
  /** The log's public key as KMS names it. */
  readonly vkey: string;
}

/** Copies the published log into a directory; an earlier copy there makes way. */
export async function exportAuditLog(
  { clients, names }: Pick<Stage, 'clients' | 'names'>,
  directory: string,
): Promise<ExportedLog> {
  const signer = kmsNoteSigner(clients.kms, names.LogKey, names.LogName);
  const vkey = verifierKeyText(signer.keyName, await signer.publicKey());
  for (const part of ['tile', 'checkpoint', 'log.vkey']) {
    await rm(join(directory, part), { recursive: true, force: true });
  }
  const head = await exportLog(s3TileStore(clients.s3, names.LogBucket), vkey, async (path, bytes) => {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), bytes);
  });
  return { head, vkey };
}
