import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { verifyLog, type VerifyOptions } from '../../../domain/audit-verifier/verify-log.ts';
import type { Verification } from '../../../domain/audit-verifier/verification.ts';
import { decodeBundle, encodeBundle } from '../../../domain/audit/entry-bundle.ts';
import { planIntegration } from '../../../domain/audit/plan-integration.ts';
import { emptyEdge } from '../../../domain/audit/right-edge.ts';
import type { NoteSigner } from '../../../domain/audit/sequencer-ports.ts';
import { signedNote, verifierKeyText } from '../../../domain/audit/signed-note.ts';
import { bundlePath } from '../../../domain/audit/tile-path.ts';
import { ed25519Signer } from '../audit/memory-log.ts';

/** An export as a map from path to bytes, to be tampered with and verified. */
export type LogFiles = Map<string, Buffer>;

export const logSigner = ed25519Signer('audit.example.com/kyc');

/** What somebody who holds the key can publish: any leaves at all, correctly hashed and signed. */
export async function signedLog(
  leaves: readonly Uint8Array[],
  signer: NoteSigner = logSigner,
): Promise<LogFiles> {
  const { objects, checkpointBody } = planIntegration(emptyEdge, leaves, signer.keyName);
  const files: LogFiles = new Map(objects.map(({ path, bytes }) => [path, Buffer.from(bytes)]));
  const [publicKey, signature] = await Promise.all([
    signer.publicKey(),
    signer.sign(Buffer.from(checkpointBody)),
  ]);
  files.set('checkpoint', Buffer.from(signedNote(checkpointBody, signer.keyName, publicKey, signature)));
  files.set('log.vkey', Buffer.from(`${verifierKeyText(signer.keyName, publicKey)}\n`));
  return files;
}

export async function verifyFiles(files: LogFiles, options: VerifyOptions = {}): Promise<Verification> {
  const folder = mkdtempSync(join(tmpdir(), 'audit-files-'));
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return await verifyLog(folder, options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the bundles anew with other entries, as many in each as before; tiles and checkpoint stay as they are. */
export function repack(files: LogFiles, size: number, entries: readonly Uint8Array[]): LogFiles {
  const changed = new Map(files);
  for (let start = 0; start < size; start += 256) {
    const width = Math.min(256, size - start);
    const path = bundlePath(start / 256, width);
    changed.set(path, Buffer.from(encodeBundle(entries.slice(start, start + width))));
  }
  return changed;
}

export function bundlePathOf(entry: number, size: number): string {
  const index = Math.floor(entry / 256);
  return bundlePath(index, Math.min(256, size - index * 256));
}

/** The entry in whose bytes, its length included, the byte at `offset` of a bundle lies. */
export function slotAt(bundle: Uint8Array, offset: number): number {
  let end = 0;
  return (decodeBundle(bundle) ?? []).findIndex((entry) => {
    end += 2 + entry.length;
    return offset < end;
  });
}

export function changeFile(files: LogFiles, path: string, change: (bytes: Buffer) => Buffer): LogFiles {
  return new Map(files).set(path, change(Buffer.from(files.get(path) ?? Buffer.alloc(0))));
}

export function withoutFile(files: LogFiles, path: string): LogFiles {
  const left = new Map(files);
  left.delete(path);
  return left;
}
