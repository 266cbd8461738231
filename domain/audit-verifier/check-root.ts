import { bundleEntries } from './bundle-leaves.ts';
import type { SignedHead } from './checkpoint-note.ts';
import type { LogDirectory } from './log-directory.ts';
import { RebuiltTree } from './rebuilt-tree.ts';
import { bundleCount, hashLength, pathOf, positionAt, rightEdge, tileWidth } from './tile-geometry.ts';
import { rootOfEdge } from './tree-hash.ts';
import { LogFault } from './verification.ts';

/** Requires that the unfinished tiles give the signed root. Throws LogFault at the place that is to blame. */
export async function checkRoot(log: LogDirectory, { size, root }: SignedHead): Promise<void> {
  const tiles = await Promise.all(rightEdge(size).map((position) => log.readTile(position)));
  const found = rootOfEdge(tiles);
  if (!found.equals(root)) throw await blame(log, { size, root }, found);
}

/**
 * Nothing stored is tied to the signed root, so the tree is built once more from the entries alone. If that gives
 * the signed root, the entries are sound and the first tile that differs is bad. Otherwise the first entry that its
 * tile does not know, or else the first tile that does not fit, is named; if all agree, only the checkpoint is left.
 */
async function blame(log: LogDirectory, head: SignedHead, found: Buffer): Promise<LogFault> {
  const rebuilt = new RebuiltTree(log, head.size);
  for (let index = 0; index < bundleCount(head.size); index += 1) {
    const position = positionAt(head.size, -1, index);
    for (const { leaf } of bundleEntries(await log.readBundle(position), position))
      await rebuilt.append(leaf);
  }
  const root = await rebuilt.finish();
  const { difference } = rebuilt;
  const expected = `the root ${head.root.toString('hex')}`;
  if (!difference) {
    const because =
      'entries and tiles agree with each other, but not with the signed root: all were rewritten';
    return new LogFault({ path: 'checkpoint' }, because, expected, `the root ${found.toString('hex')}`);
  }
  const { position, slot } = difference;
  const isSound = root.equals(head.root);
  const blamed = position.level === 0 && !isSound ? { entry: position.index * tileWidth + slot } : {};
  return new LogFault(
    { path: pathOf(position), ...blamed },
    isSound
      ? 'the entries give the signed root, but this tile does not belong to them'
      : 'entries and tiles differ here, and neither give the signed root',
    `at byte ${slot * hashLength} the hash ${difference.computed.toString('hex')}`,
    `the hash ${difference.stored.toString('hex')}`,
  );
}
