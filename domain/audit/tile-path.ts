/** Hashes in a full tile and entries in a full bundle (C2SP tlog-tiles). */
export const fullWidth = 256;

/** How many hashes the unfinished tile at `level` holds in a log of `size` entries; 0 when there is none. */
export function edgeWidth(size: number, level: number): number {
  return Math.floor(size / fullWidth ** level) % fullWidth;
}

/** How many tiles of `level` are full in a log of `size` entries; also the index of the unfinished one. */
export function fullTiles(size: number, level: number): number {
  return Math.floor(size / fullWidth ** (level + 1));
}

/** Levels that have a tile at all, counted from 0. */
export function tileLevels(size: number): number {
  let levels = 0;
  while (size >= fullWidth ** levels) levels += 1;
  return levels;
}

export function tilePath(level: number, index: number, width: number): string {
  return `tile/${level}/${indexPath(index)}${partialSuffix(width)}`;
}

export function bundlePath(index: number, width: number): string {
  return `tile/entries/${indexPath(index)}${partialSuffix(width)}`;
}

/** Every object a log of `size` entries consists of, its checkpoint aside. Lazily: a log may have millions. */
export function* logPaths(size: number): Generator<string> {
  yield* pathsOfLevel(size, 0, bundlePath);
  for (let level = 0; level < tileLevels(size); level += 1) {
    yield* pathsOfLevel(size, level, (index, width) => tilePath(level, index, width));
  }
}

function* pathsOfLevel(
  size: number,
  level: number,
  path: (index: number, width: number) => string,
): Generator<string> {
  const full = fullTiles(size, level);
  for (let index = 0; index < full; index += 1) yield path(index, fullWidth);
  const width = edgeWidth(size, level);
  if (width > 0) yield path(full, width);
}

/** 1234067 is `x001/x234/067`. */
function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
}

function partialSuffix(width: number): string {
  return width === fullWidth ? '' : `.p/${width}`;
}
