// C2SP tlog-tiles: a full tile holds 256 hashes, a full bundle 256 entries.
export const tileWidth = 256;
export const hashLength = 32;

/** One tile or bundle; `width` is below 256 only at the right edge of the log. */
export interface TilePosition {
  /** -1 for an entry bundle. */
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** The unfinished tiles of a log of `size` entries, level 0 first; width 0 where the last tile is full. */
export function rightEdge(size: number): TilePosition[] {
  const edge: TilePosition[] = [];
  for (let level = 0, rest = size; rest > 0; level += 1, rest = Math.floor(rest / tileWidth)) {
    edge.push({ level, index: Math.floor(rest / tileWidth), width: rest % tileWidth });
  }
  return edge;
}

/** The bundle or tile at `level` and `index`, as wide as a log of `size` entries makes it. */
export function positionAt(size: number, level: number, index: number): TilePosition {
  const hashes = Math.floor(size / tileWidth ** Math.max(level, 0));
  return { level, index, width: Math.min(tileWidth, hashes - index * tileWidth) };
}

export function bundleCount(size: number): number {
  return Math.ceil(size / tileWidth);
}

/** The first entry under a tile. */
export function firstEntry({ level, index }: TilePosition): number {
  return index * tileWidth ** (level + 1);
}

export function pathOf({ level, index, width }: TilePosition): string {
  const folder = level < 0 ? 'entries' : String(level);
  return `tile/${folder}/${thousands(index)}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** 1234067 is written x001/x234/067. */
function thousands(index: number): string {
  const last = String(index % 1000).padStart(3, '0');
  let rest = Math.floor(index / 1000);
  let path = last;
  for (; rest > 0; rest = Math.floor(rest / 1000)) path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  return path;
}
