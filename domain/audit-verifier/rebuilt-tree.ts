import type { LogDirectory } from './log-directory.ts';
import { hashLength, positionAt, tileWidth, type TilePosition } from './tile-geometry.ts';
import { perfectRoot, rootOfEdge } from './tree-hash.ts';

export interface TileDifference {
  readonly position: TilePosition;
  /** Which of the tile's hashes. */
  readonly slot: number;
  readonly computed: Buffer;
  readonly stored: Buffer;
}

/** The tree as the entries give it, compared with the stored tiles on the way. Holds one tile of each level. */
export class RebuiltTree {
  /** The first one met, bundle by bundle, lower levels first. */
  difference: TileDifference | null = null;
  readonly #log: LogDirectory;
  readonly #size: number;
  readonly #levels: { index: number; hashes: Buffer[] }[] = [];

  constructor(log: LogDirectory, size: number) {
    this.#log = log;
    this.#size = size;
  }

  async append(hash: Buffer, level = 0): Promise<void> {
    const tile = (this.#levels[level] ??= { index: 0, hashes: [] });
    tile.hashes.push(hash);
    if (tile.hashes.length < tileWidth) return;
    await this.#compare(level);
    const above = perfectRoot(Buffer.concat(tile.hashes));
    tile.index += 1;
    tile.hashes = [];
    await this.append(above, level + 1);
  }

  /** Compares the unfinished tiles too, and gives the root. */
  async finish(): Promise<Buffer> {
    for (const [level, { hashes }] of this.#levels.entries())
      if (hashes.length > 0) await this.#compare(level);
    return rootOfEdge(this.#levels.map(({ hashes }) => Buffer.concat(hashes)));
  }

  async #compare(level: number): Promise<void> {
    const tile = this.#levels[level];
    if (this.difference || !tile) return;
    const position = positionAt(this.#size, level, tile.index);
    const stored = await this.#log.readTile(position);
    for (const [slot, computed] of tile.hashes.entries()) {
      const known = stored.subarray(slot * hashLength, (slot + 1) * hashLength);
      if (computed.equals(known)) continue;
      this.difference = { position, slot, computed, stored: known };
      return;
    }
  }
}
