import { entryThatDiffers } from './bundle-leaves.ts';
import type { LogDirectory } from './log-directory.ts';
import { firstEntry, hashLength, pathOf, positionAt, rightEdge, tileWidth } from './tile-geometry.ts';
import { perfectRoot } from './tree-hash.ts';
import { LogFault } from './verification.ts';

export interface LeafTile {
  readonly index: number;
  /** Leaf hashes, one behind the other. */
  readonly hashes: Buffer;
}

/**
 * The level-0 tiles in the order of the entries, each proven: the unfinished tiles are known to give the signed root,
 * and every other tile has to hash to what the tile above it says. Throws LogFault at the first that does not.
 * Holds one tile of each level at a time.
 */
export async function* trustedLeaves(log: LogDirectory, size: number): AsyncGenerator<LeafTile> {
  for (const edge of rightEdge(size).reverse()) {
    const hashes = await log.readTile(edge);
    if (edge.level > 0) yield* leavesUnder(log, size, edge.level, edge.index, hashes);
    else if (edge.width > 0) yield { index: edge.index, hashes };
  }
}

async function* leavesUnder(
  log: LogDirectory,
  size: number,
  level: number,
  index: number,
  hashes: Buffer,
): AsyncGenerator<LeafTile> {
  for (let slot = 0; slot * hashLength < hashes.length; slot += 1) {
    const expected = hashes.subarray(slot * hashLength, (slot + 1) * hashLength);
    const below = index * tileWidth + slot;
    const tile = await readProven(log, size, level - 1, below, expected);
    if (level === 1) yield { index: below, hashes: tile };
    else yield* leavesUnder(log, size, level - 1, below, tile);
  }
}

async function readProven(
  log: LogDirectory,
  size: number,
  level: number,
  index: number,
  expected: Buffer,
): Promise<Buffer> {
  const position = positionAt(size, level, index);
  const tile = await log.readTile(position);
  const root = perfectRoot(tile);
  if (root.equals(expected)) return tile;
  const first = firstEntry(position);
  const entry = level === 0 ? await entryThatDiffers(log, position, tile, expected) : null;
  throw new LogFault(
    { path: pathOf(position), ...(entry === null ? {} : { entry }) },
    entry === null
      ? `the tile is not the one that the signed root commits to; it vouches for the entries from ${first} on`
      : 'tile and entries are both not those that the signed root commits to',
    `the hash ${expected.toString('hex')}`,
    `the hash ${root.toString('hex')}`,
  );
}
