import { checkpointBody, type TreeHead } from './checkpoint.ts';
import { encodeBundle } from './entry-bundle.ts';
import { leafHash } from './merkle-hash.ts';
import { perfectRoot, rootOfRightEdge } from './merkle-root.ts';
import { isFull, type RightEdge } from './right-edge.ts';
import { bundlePath, edgeWidth, fullTiles, fullWidth, tilePath } from './tile-path.ts';

export interface LogObject {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface IntegrationPlan {
  /** New tiles and bundles. All must be stored before the checkpoint is published. */
  readonly objects: readonly LogObject[];
  readonly next: RightEdge;
  readonly head: TreeHead;
  /** The text to sign. */
  readonly checkpointBody: string;
}

/** What appending `entries` to the log at `edge` makes of it. The same arguments give the same bytes. */
export function planIntegration(
  edge: RightEdge,
  entries: readonly Uint8Array[],
  origin: string,
): IntegrationPlan {
  const growth = new Growth(edge);
  for (const entry of entries) growth.append(entry);
  const next = growth.edge();
  const root = rootOfRightEdge(next.levels);
  const head = { size: next.size, rootHash: Buffer.from(root).toString('hex') };
  const objects = [...growth.finished, ...unfinished(edge.size, next)];
  return { objects, next, head, checkpointBody: checkpointBody(origin, head) };
}

/** The right edge while entries are being appended, and the tiles and bundles that became full. */
class Growth {
  readonly finished: LogObject[] = [];
  #size: number;
  #entries: Uint8Array[];
  readonly #levels: Uint8Array[][];

  constructor(edge: RightEdge) {
    this.#size = edge.size;
    this.#entries = [...edge.entries];
    this.#levels = edge.levels.map((hashes) => [...hashes]);
  }

  append(entry: Uint8Array): void {
    this.#size += 1;
    this.#entries.push(entry);
    if (isFull(this.#entries)) {
      const path = bundlePath(fullTiles(this.#size, 0) - 1, fullWidth);
      this.finished.push({ path, bytes: encodeBundle(this.#entries) });
      this.#entries = [];
    }
    this.#appendHash(0, leafHash(entry));
  }

  edge(): RightEdge {
    return { size: this.#size, levels: this.#levels, entries: this.#entries };
  }

  #appendHash(level: number, hash: Uint8Array): void {
    const tile = (this.#levels[level] ??= []);
    tile.push(hash);
    if (!isFull(tile)) return;
    const path = tilePath(level, fullTiles(this.#size, level) - 1, fullWidth);
    this.finished.push({ path, bytes: Buffer.concat(tile) });
    this.#levels[level] = [];
    this.#appendHash(level + 1, perfectRoot(tile));
  }
}

/** The partial tiles and bundle at the new edge, without those that were there at the old size already. */
function unfinished(sizeBefore: number, { size, levels, entries }: RightEdge): LogObject[] {
  const tiles = levels.flatMap((hashes, level): LogObject[] => {
    const path = tilePath(level, fullTiles(size, level), hashes.length);
    const before = tilePath(level, fullTiles(sizeBefore, level), edgeWidth(sizeBefore, level));
    return hashes.length === 0 || path === before ? [] : [{ path, bytes: Buffer.concat(hashes) }];
  });
  if (entries.length === 0 || size === sizeBefore) return tiles;
  return [{ path: bundlePath(fullTiles(size, 0), entries.length), bytes: encodeBundle(entries) }, ...tiles];
}
