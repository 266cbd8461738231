export interface PackedNeighbours {
  /** Start of each bucket among the members, and the end of the last; their number is a power of two and one. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

export interface NeighbourTable extends PackedNeighbours {
  /** One bit a bucket, set where it has members: most variants of a word lead to none, and so many bits stay near at hand. */
  readonly occupied: Uint32Array;
}

/** How many letters may be left out of a word, by its length. */
export type DeletionsOf = (length: number) => 0 | 1 | 2;

/**
 * A table from each word with up to two letters left out to the words it may have come from. Two words within as many
 * edits (swaps included) meet in one bucket at least, so a look-up misses nothing; what else meets there is sorted out by
 * comparing (W. Garbe, "Symmetric Delete", 2012).
 */
export function buildNeighbours(words: readonly string[], deletionsOf: DeletionsOf): PackedNeighbours {
  let total = 0;
  for (const word of words) total += hashVariants(word, deletionsOf(word.length));
  const buckets = 2 ** Math.max(4, Math.ceil(Math.log2(Math.max(1, total))));
  const starts = new Uint32Array(buckets + 1);
  for (const word of words) {
    const count = hashVariants(word, deletionsOf(word.length));
    for (let each = 0; each < count; each += 1) {
      const bucket = (hashes[each] ?? 0) & (buckets - 1);
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    }
  }
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  return { starts, members: fill(words, deletionsOf, starts, total) };
}

function fill(
  words: readonly string[],
  deletionsOf: DeletionsOf,
  starts: Uint32Array,
  total: number,
): Uint32Array {
  const next = starts.slice();
  const members = new Uint32Array(total);
  words.forEach((word, id) => {
    const count = hashVariants(word, deletionsOf(word.length));
    for (let each = 0; each < count; each += 1) {
      const bucket = (hashes[each] ?? 0) & (starts.length - 2);
      const place = next[bucket] ?? 0;
      members[place] = id;
      next[bucket] = place + 1;
    }
  });
  return members;
}

/** Makes a table ready to be searched. */
export function openNeighbours({ starts, members }: PackedNeighbours): NeighbourTable {
  const occupied = new Uint32Array(Math.ceil((starts.length - 1) / 32));
  for (let bucket = 0; bucket < starts.length - 1; bucket += 1) {
    if (starts[bucket] === starts[bucket + 1]) continue;
    occupied[bucket >>> 5] = (occupied[bucket >>> 5] ?? 0) | (1 << (bucket & 31));
  }
  return { starts, members, occupied };
}

/** Looks up neighbours in tables whose words are numbered below a limit. */
export class NeighbourSearch {
  /** What the last search has found, the first so many of it: every word that may be within the edits, once. */
  readonly found: Uint32Array;
  readonly #seen: Uint32Array;
  #round = 0;

  constructor(mostWords: number) {
    this.found = new Uint32Array(mostWords);
    this.#seen = new Uint32Array(mostWords);
  }

  /** @returns how many were found */
  search({ starts, members, occupied }: NeighbourTable, word: string, deletions: 0 | 1 | 2): number {
    this.#round += 1;
    const variants = hashVariants(word, deletions);
    let count = 0;
    for (let each = 0; each < variants; each += 1) {
      const bucket = (hashes[each] ?? 0) & (starts.length - 2);
      if ((((occupied[bucket >>> 5] ?? 0) >>> (bucket & 31)) & 1) === 0) continue;
      const end = starts[bucket + 1] ?? 0;
      for (let place = starts[bucket] ?? 0; place < end; place += 1) {
        const id = members[place] ?? 0;
        if (this.#seen[id] === this.#round) continue;
        this.#seen[id] = this.#round;
        this.found[count] = id;
        count += 1;
      }
    }
    return count;
  }
}

const base = 0x01000193;
/** Names have at most 400 characters; of longer words, which only a list could have, the rest is left out. */
const longest = 400;
/** Of the first letters of the word at hand, and of what is left of it; overwritten by each. */
const heads = new Int32Array(longest + 1);
const hashes = new Uint32Array(1 + longest + 31 * 31);
const powers = new Int32Array(longest + 1);
powers[0] = 1;
for (let index = 1; index <= longest; index += 1) powers[index] = Math.imul(powers[index - 1] ?? 0, base);

/**
 * Hashes of the word and of what is left without one or two of its letters, put into `hashes`. The hash is a polynomial, so
 * that each is put together from those of the word's beginnings instead of being made letter by letter.
 * @returns how many
 */
function hashVariants(word: string, deletions: 0 | 1 | 2): number {
  const length = Math.min(word.length, longest);
  hashBeginnings(word, length);
  hashes[0] = mixed(heads[length] ?? 0);
  if (deletions === 0) return 1;
  let count = 1;
  for (let first = 0; first < length; first += 1) {
    const head = heads[first] ?? 0;
    hashes[count] = mixed(followedBy(head, first + 1, length));
    count += 1;
    for (let second = first + 1; deletions === 2 && second < length; second += 1) {
      hashes[count] = mixed(followedBy(followedBy(head, first + 1, second), second + 1, length));
      count += 1;
    }
  }
  return count;
}

function hashBeginnings(word: string, length: number): void {
  let hash = 0;
  for (let index = 0; index < length; index += 1) {
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
