import { RightEdgeBrokenError } from './audit-log-errors.ts';
import type { TreeHead } from './checkpoint.ts';
import { decodeBundle } from './entry-bundle.ts';
import { hashBytes, leafHash } from './merkle-hash.ts';
import { rootOfRightEdge } from './merkle-root.ts';
import { splitTile, type RightEdge } from './right-edge.ts';
import type { TileStore } from './sequencer-ports.ts';
import { bundlePath, edgeWidth, fullTiles, tileLevels, tilePath } from './tile-path.ts';

/**
 * Reads the end of the log back and proves it against the recorded root before anything is built on it: a tile that
 * somebody replaced must stop the sequencer, not be signed. Throws RightEdgeBrokenError.
 */
export async function loadRightEdge(tiles: TileStore, { size, rootHash }: TreeHead): Promise<RightEdge> {
  const levels = await Promise.all(
    Array.from({ length: tileLevels(size) }, (_, level) => readEdgeTile(tiles, size, level)),
  );
  const root = Buffer.from(rootOfRightEdge(levels)).toString('hex');
  if (root !== rootHash) {
    throw new RightEdgeBrokenError(
      `audit log: the partial tiles of size ${size} have the root ${root}, but the state records ${rootHash}`,
    );
  }
  return { size, levels, entries: await readEdgeBundle(tiles, size, levels[0] ?? []) };
}

async function readEdgeTile(tiles: TileStore, size: number, level: number): Promise<Uint8Array[]> {
  const width = edgeWidth(size, level);
  if (width === 0) return [];
  const path = tilePath(level, fullTiles(size, level), width);
  const tile = await tiles.read(path);
  if (tile?.length !== width * hashBytes) throw broken(path, `${width * hashBytes} bytes`, tile);
  return splitTile(tile);
}

async function readEdgeBundle(
  tiles: TileStore,
  size: number,
  leaves: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> {
  if (leaves.length === 0) return [];
  const path = bundlePath(fullTiles(size, 0), leaves.length);
  const bundle = await tiles.read(path);
  const entries = bundle && decodeBundle(bundle);
  const agrees =
    entries?.length === leaves.length &&
    leaves.every((leaf, index) => Buffer.compare(leaf, leafHash(entries[index] ?? new Uint8Array())) === 0);
  if (!agrees) throw broken(path, `${leaves.length} entries that hash to the level-0 tile`, bundle);
  return entries;
}

function broken(path: string, expected: string, found: Uint8Array | null): RightEdgeBrokenError {
  const what = found === null ? 'nothing is stored there' : `${found.length} other bytes are stored there`;
  return new RightEdgeBrokenError(`audit log: ${path}: expected ${expected}, but ${what}`);
}
