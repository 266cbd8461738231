import { RecordMissingError } from '../errors/kyc-error.ts';
import { readTreeHead, type TreeHead } from './checkpoint.ts';
import type { TileStore } from './sequencer-ports.ts';
import { logPaths } from './tile-path.ts';

// Enough to hide the latency of an object store, few enough to hold in memory: a bundle is at most some 5 MB.
const copiesAtOnce = 16;

/**
 * Copies a published log out: bundles, tiles, `log.vkey` and `checkpoint`. The checkpoint is written last, so that a
 * copy that stopped half-way does not pass for a log.
 * @param write is given paths relative to the export's root, with `/` between the parts
 */
export async function exportLog(
  tiles: Pick<TileStore, 'read' | 'readCheckpoint'>,
  vkey: string,
  write: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<TreeHead> {
  const checkpoint = await tiles.readCheckpoint();
  const head = checkpoint && readTreeHead(checkpoint.bytes);
  if (!head) {
    throw new RecordMissingError(
      `audit log: ${checkpoint ? 'the published checkpoint cannot be read' : 'no checkpoint is published'}; ` +
        'run the sequencer once before exporting',
    );
  }
  const paths = logPaths(head.size);
  const copier = async (): Promise<void> => {
    // The copiers share one iterator: each takes the next path that nobody has taken.
    for (const path of paths) await write(path, await stored(tiles, path));
  };
  await Promise.all(Array.from({ length: copiesAtOnce }, copier));
  await write('log.vkey', Buffer.from(`${vkey}\n`));
  await write('checkpoint', checkpoint.bytes);
  return head;
}

async function stored(tiles: Pick<TileStore, 'read'>, path: string): Promise<Uint8Array> {
  const bytes = await tiles.read(path);
  if (bytes) return bytes;
  throw new RecordMissingError(`audit log: ${path} belongs to the published log and is not stored`);
}
