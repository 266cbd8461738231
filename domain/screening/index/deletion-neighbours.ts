export interface NeighbourTable {
  /** Start of each bucket among the members, and the end of the last; their number is a power of two and one. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

/** How many letters may be left out of a word, by its length. */
export type DeletionsOf = (length: number) => 0 | 1 | 2;

/**
 * A table from each word with up to two letters left out to the words it may have come from. Two words within as many
 * edits (swaps included) meet in one bucket at least, so a look-up misses nothing; what else meets there is sorted out by
 * comparing (W. Garbe, "Symmetric Delete", 2012).
 */
export function buildNeighbours(words: readonly string[], deletionsOf: DeletionsOf): NeighbourTable {
  let count = 0;
  for (const word of words) count += variantCount(word, deletionsOf);
  const buckets = 2 ** Math.max(4, Math.ceil(Math.log2(Math.max(1, count))));
  const starts = new Uint32Array(buckets + 1);
  for (const word of words) {
    forEachVariant(word, deletionsOf(word.length), (hash) => {
      const bucket = hash & (buckets - 1);
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    });
  }
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  const next = starts.slice();
  const members = new Uint32Array(count);
  words.forEach((word, id) => {
    forEachVariant(word, deletionsOf(word.length), (hash) => {
      const bucket = hash & (buckets - 1);
      const place = next[bucket] ?? 0;
      members[place] = id;
      next[bucket] = place + 1;
    });
  });
  return { starts, members };
}

/** Calls back with every word that may be within `deletions` edits, some of them several times. */
export function forEachNeighbour(
  { starts, members }: NeighbourTable,
  word: string,
  deletions: 0 | 1 | 2,
  visit: (id: number) => void,
): void {
  const last = starts.length - 2;
  forEachVariant(word, deletions, (hash) => {
    const bucket = hash & last;
    const end = starts[bucket + 1] ?? 0;
    for (let place = starts[bucket] ?? 0; place < end; place += 1) visit(members[place] ?? 0);
  });
}

function variantCount(word: string, deletionsOf: DeletionsOf): number {
  const { length } = word;
  const deletions = deletionsOf(length);
  return 1 + (deletions > 0 ? length : 0) + (deletions > 1 ? (length * (length - 1)) / 2 : 0);
}

function forEachVariant(word: string, deletions: 0 | 1 | 2, visit: (hash: number) => void): void {
  const { length } = word;
  visit(hashWithout(word, -1, -1));
  if (deletions === 0) return;
  for (let first = 0; first < length; first += 1) {
    visit(hashWithout(word, first, -1));
    if (deletions === 1) continue;
    for (let second = first + 1; second < length; second += 1) {
      visit(hashWithout(word, first, second));
    }
  }
}

/** FNV-1a, 32 bits, mixed once more since only the low bits choose the bucket. */
function hashWithout(word: string, first: number, second: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    if (index === first || index === second) continue;
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
