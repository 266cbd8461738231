import type { LogDirectory } from './log-directory.ts';
import { hashLength, pathOf, tileWidth, type TilePosition } from './tile-geometry.ts';
import { leafHashInPlace, perfectRoot } from './tree-hash.ts';
import { LogFault } from './verification.ts';

export interface BundleEntry {
  /** In the whole log, from 0. */
  readonly index: number;
  readonly text: string;
  readonly leaf: Buffer;
}

/**
 * The entries of one bundle in order. Throws LogFault, naming the entry, where the bundle ends too early or goes on
 * after its last entry; entries before that place have been given out by then.
 */
export function* bundleEntries(bundle: Buffer, position: TilePosition): Generator<BundleEntry> {
  const path = pathOf(position);
  let offset = 0;
  for (let slot = 0; slot < position.width; slot += 1) {
    const index = position.index * tileWidth + slot;
    const start = offset + 2;
    const end = start <= bundle.length ? start + bundle.readUInt16BE(offset) : Infinity;
    if (end > bundle.length) {
      const found = `${slot} whole entries, then ${bundle.length - offset} bytes`;
      const expected = `${position.width} entries`;
      throw new LogFault({ entry: index, path }, 'the bundle is cut short', expected, found);
    }
    const text = bundle.toString('latin1', start, end);
    yield { index, text, leaf: leafHashInPlace(bundle, start, end) };
    offset = end;
  }
  if (offset === bundle.length) return;
  throw new LogFault(
    { entry: position.index * tileWidth + position.width, path },
    'the bundle goes on after its last entry',
    `${position.width} entries`,
    `${bundle.length - offset} bytes more`,
  );
}

/**
 * A level-0 tile does not hash to `trusted`. Null when its bundle does, so that only the tile is bad; otherwise the
 * first entry that the tile does not know, or the first of all when tile and bundle agree with each other.
 */
export async function entryThatDiffers(
  log: LogDirectory,
  tilePosition: TilePosition,
  tile: Buffer,
  trusted: Buffer,
): Promise<number | null> {
  const position = { ...tilePosition, level: -1 };
  const entries = [...bundleEntries(await log.readBundle(position), position)];
  if (perfectRoot(Buffer.concat(entries.map(({ leaf }) => leaf))).equals(trusted)) return null;
  const differing = entries.find(({ leaf }, slot) => !leaf.equals(leafAt(tile, slot)));
  return differing?.index ?? position.index * tileWidth;
}

export function leafAt(tile: Buffer, slot: number): Buffer {
  return tile.subarray(slot * hashLength, (slot + 1) * hashLength);
}
