import { hash } from 'node:crypto';
import { hashLength } from './tile-geometry.ts';

const sha256 = (data: Uint8Array): Buffer => hash('sha256', data, 'buffer');

/**
 * RFC 6962: SHA-256(0x00 || entry). The entry is `bundle[start, end)` and the byte before it is overwritten: it belongs
 * to the length prefix, which has been read, and hashing in place is twice as fast as copying.
 */
export function leafHashInPlace(bundle: Buffer, start: number, end: number): Buffer {
  bundle[start - 1] = 0x00;
  return sha256(bundle.subarray(start - 1, end));
}

/** Root of the perfect tree over `hashes`: 2, 4, 8, … hashes in a row, or a single one. */
export function perfectRoot(hashes: Buffer): Buffer {
  const row = Buffer.from(hashes);
  const node = Buffer.alloc(1 + 2 * hashLength, 0x01);
  for (let length = row.length; length > hashLength; length /= 2) {
    for (let pair = 0; pair < length; pair += 2 * hashLength) {
      row.copy(node, 1, pair, pair + 2 * hashLength);
      sha256(node).copy(row, pair / 2);
    }
  }
  return row.subarray(0, hashLength);
}

/** Root of a whole log, from its unfinished tiles, level 0 first. */
export function rootOfEdge(tiles: readonly Buffer[]): Buffer {
  let root: Buffer | null = null;
  for (const tile of tiles) {
    for (const subtree of perfectSubtrees(tile).reverse()) {
      root = root === null ? subtree : sha256(Buffer.concat([Uint8Array.of(0x01), subtree, root]));
    }
  }
  return root ?? sha256(new Uint8Array());
}

function perfectSubtrees(tile: Buffer): Buffer[] {
  const roots: Buffer[] = [];
  for (let bit = 128, start = 0; bit >= 1; bit /= 2) {
    const end = start + bit * hashLength;
    if (end > tile.length) continue;
    roots.push(perfectRoot(tile.subarray(start, end)));
    start = end;
  }
  return roots;
}
