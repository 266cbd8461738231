import { fullWidth } from './tile-path.ts';
import { hashBytes } from './merkle-hash.ts';

/** What one must hold of a log to append to it: its unfinished tiles and its unfinished bundle. */
export interface RightEdge {
  readonly size: number;
  /** By tile level, the hashes of the unfinished tile; an empty list where the last tile is full. */
  readonly levels: readonly (readonly Uint8Array[])[];
  /** The entries of the unfinished bundle, as many as `levels[0]` has hashes. */
  readonly entries: readonly Uint8Array[];
}

export const emptyEdge: RightEdge = { size: 0, levels: [], entries: [] };

export function splitTile(tile: Uint8Array): Uint8Array[] {
  return Array.from({ length: tile.length / hashBytes }, (_, index) =>
    tile.subarray(index * hashBytes, (index + 1) * hashBytes),
  );
}

export function isFull(tileOrBundle: readonly Uint8Array[]): boolean {
  return tileOrBundle.length === fullWidth;
}
