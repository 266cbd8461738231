import { emptyRoot, nodeHash } from './merkle-hash.ts';

/** Root of the perfect tree over `hashes`, whose number is a power of two. */
export function perfectRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) row = pairUp(row);
  const [root] = row;
  if (!root) throw new RangeError('a perfect tree has at least one leaf');
  return root;
}

/**
 * Root of the whole tree, from the hashes at its right edge: `levels[n]` are the hashes of the unfinished tile at
 * tile level `n`, and everything left of them is already folded into the levels above.
 */
export function rootOfRightEdge(levels: readonly (readonly Uint8Array[])[]): Uint8Array {
  // Right to left, the unfinished tree is the smallest perfect subtree, hung under ever larger ones on its left.
  const rightToLeft = levels.flatMap((hashes) => perfectSubtrees(hashes).reverse());
  const [smallest, ...larger] = rightToLeft;
  if (!smallest) return emptyRoot();
  return larger.reduce((right, left) => nodeHash(left, right), smallest);
}

/** Roots of the perfect subtrees that `hashes` fall into, left and largest first: 7 are 4, 2 and 1. */
function perfectSubtrees(hashes: readonly Uint8Array[]): Uint8Array[] {
  const roots: Uint8Array[] = [];
  for (let start = 0; start < hashes.length;) {
    const width = 2 ** Math.floor(Math.log2(hashes.length - start));
    roots.push(perfectRoot(hashes.slice(start, start + width)));
    start += width;
  }
  return roots;
}

function pairUp(row: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let index = 0; index < row.length; index += 2) {
    const [left, right] = row.slice(index, index + 2);
    if (!left || !right) throw new RangeError('a perfect tree has an even number of nodes in each row');
    above.push(nodeHash(left, right));
  }
  return above;
}
