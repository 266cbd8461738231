import { CheckpointConflictError } from './audit-log-errors.ts';
import { checkpointBody, readTreeHead, type TreeHead } from './checkpoint.ts';
import type { NoteSigner, PublishedCheckpoint, TileStore } from './sequencer-ports.ts';
import { signedNote } from './signed-note.ts';

/**
 * Signs `head` and publishes it, unless it stands there already. `overtaken` says that a longer log is published.
 * Throws CheckpointConflictError when another root of the same size is, or something that is no checkpoint.
 */
export async function publishCheckpoint(
  tiles: TileStore,
  signer: NoteSigner,
  head: TreeHead,
): Promise<'published' | 'overtaken'> {
  for (;;) {
    const current = await tiles.readCheckpoint();
    const standing = current && headOf(current);
    if (standing && standing.size > head.size) return 'overtaken';
    if (standing?.size === head.size) {
      refuseFork(standing, head);
      return 'published';
    }
    // Refused means that somebody published in between: look again. Sizes only grow, so this ends.
    if (await tiles.replaceCheckpoint(await signed(signer, head), current?.tag ?? null)) return 'published';
  }
}

async function signed(signer: NoteSigner, head: TreeHead): Promise<Uint8Array> {
  const body = checkpointBody(signer.keyName, head);
  const [publicKey, signature] = await Promise.all([signer.publicKey(), signer.sign(Buffer.from(body))]);
  return Buffer.from(signedNote(body, signer.keyName, publicKey, signature));
}

function headOf({ bytes }: PublishedCheckpoint): TreeHead {
  const head = readTreeHead(bytes);
  if (head) return head;
  throw new CheckpointConflictError(
    'audit log: what is published as checkpoint is no checkpoint; restore its last good version',
  );
}

function refuseFork(standing: TreeHead, head: TreeHead): void {
  if (standing.rootHash === head.rootHash) return;
  throw new CheckpointConflictError(
    `audit log: a checkpoint of size ${head.size} with root ${standing.rootHash} is published, ` +
      `but the entries give ${head.rootHash}; publishing both would be a fork`,
  );
}
