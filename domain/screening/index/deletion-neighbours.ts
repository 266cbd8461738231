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

/**
 * Hashes of the word and of what is left without one or two of its letters. The hash is a polynomial, so that each is put
 * together from those of the word's beginnings instead of being made letter by letter.
 */
function forEachVariant(word: string, deletions: 0 | 1 | 2, visit: (hash: number) => void): void {
  const { length } = word;
  beginnings(word);
  visit(mixed(heads[length] ?? 0));
  if (deletions === 0) return;
  for (let first = 0; first < length; first += 1) {
    const head = heads[first] ?? 0;
    visit(mixed(followedBy(head, first + 1, length)));
    if (deletions === 1) continue;
    for (let second = first + 1; second < length; second += 1) {
      visit(mixed(followedBy(followedBy(head, first + 1, second), second + 1, length)));
    }
  }
}

const base = 0x01000193;
const longest = 512;
/** Of the first letters of the word at hand; overwritten by each. */
const heads = new Int32Array(longest + 1);
const powers = new Int32Array(longest + 1);
powers[0] = 1;
for (let index = 1; index <= longest; index += 1) powers[index] = Math.imul(powers[index - 1] ?? 0, base);

function beginnings(word: string): void {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) {
    hash = (Math.imul(hash, base) + word.charCodeAt(index)) | 0;
    heads[index + 1] = hash;
  }
}

/** The hash so far, with the letters from one place to another appended. */
function followedBy(hash: number, from: number, to: number): number {
  const power = powers[to - from] ?? 0;
  const between = (heads[to] ?? 0) - Math.imul(heads[from] ?? 0, power);
  return (Math.imul(hash, power) + between) | 0;
}

/** Only the low bits choose the bucket, so the high ones are brought down. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> 0;
}
