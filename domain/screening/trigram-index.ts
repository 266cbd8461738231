import { BestFew } from './best-few.ts';

/** Letters a trigram is made of: the edge of a word, a to z, 0 to 9. */
const alphabetSize = 37;
const trigramCount = alphabetSize ** 3;

/** A trigram in more than this share of the names tells nothing and costs the most. */
const commonestShare = 0.12;

/**
 * Finds the names that share rare three-letter runs with a query, without comparing every name. A document is one
 * name's folded words; a word gives runs over its own edges, so order and joins hardly matter.
 */
export class TrigramIndex {
  readonly #starts: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #weights: Float32Array;
  /** Sum of the weights of a name's own trigrams. */
  readonly #mass: Float32Array;
  readonly #overlap: Float32Array;

  constructor(documents: readonly (readonly string[])[]) {
    const trigrams = documents.map(trigramsOf);
    const counts = new Uint32Array(trigramCount);
    for (const codes of trigrams) for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    this.#weights = counts.reduce((weights, count, code) => {
      const isTelling = count > 0 && count <= Math.max(50, documents.length * commonestShare);
      weights[code] = isTelling ? Math.log(1 + documents.length / count) : 0;
      return weights;
    }, new Float32Array(trigramCount));
    this.#starts = startsFrom(counts);
    this.#postings = postingsFrom(trigrams, this.#starts);
    this.#mass = Float32Array.from(trigrams, (codes) => this.#massOf(codes));
    this.#overlap = new Float32Array(documents.length);
  }

  /** The documents most alike, by Dice's coefficient over weighted trigrams, best first, at most `limit` of them. */
  nearest(words: readonly string[], limit: number, leastLikeness: number): number[] {
    const codes = trigramsOf(words);
    const mass = this.#massOf(codes);
    const best = new BestFew(limit, leastLikeness);
    for (const document of this.#gather(codes)) {
      best.offer(document, (2 * (this.#overlap[document] ?? 0)) / (mass + (this.#mass[document] ?? 0)));
      this.#overlap[document] = 0;
    }
    return best.documents;
  }

  #gather(codes: readonly number[]): number[] {
    const touched: number[] = [];
    for (const code of codes) {
      const weight = this.#weights[code] ?? 0;
      if (weight === 0) continue;
      const end = this.#starts[code + 1] ?? 0;
      for (let index = this.#starts[code] ?? 0; index < end; index += 1) {
        const document = this.#postings[index] ?? 0;
        const before = this.#overlap[document] ?? 0;
        if (before === 0) touched.push(document);
        this.#overlap[document] = before + weight;
      }
    }
    return touched;
  }

  #massOf(codes: readonly number[]): number {
    return codes.reduce((total, code) => total + (this.#weights[code] ?? 0), 0);
  }
}

function trigramsOf(words: readonly string[]): number[] {
  const codes = new Set<number>();
  for (const word of words) {
    let [first, second] = [0, 0];
    for (let index = 0; index <= word.length; index += 1) {
      const third = index === word.length ? 0 : letterCode(word.charCodeAt(index));
      if (index > 0) codes.add((first * alphabetSize + second) * alphabetSize + third);
      [first, second] = [second, third];
    }
  }
  return [...codes];
}

/** 1 to 36; tokens hold nothing but a-z and 0-9. */
function letterCode(character: number): number {
  return character >= 97 ? character - 96 : character - 48 + 27;
}

function startsFrom(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(trigramCount + 1);
  counts.forEach((count, code) => {
    starts[code + 1] = (starts[code] ?? 0) + count;
  });
  return starts;
}

function postingsFrom(trigrams: readonly (readonly number[])[], starts: Uint32Array): Uint32Array {
  const next = starts.slice();
  const postings = new Uint32Array(starts.at(-1) ?? 0);
  trigrams.forEach((codes, document) => {
    for (const code of codes) {
      const place = next[code] ?? 0;
      postings[place] = document;
      next[code] = place + 1;
    }
  });
  return postings;
}
