import { alignWords, type LikenessAt, type Sides } from '../alignment/align-words.ts';
import { alignmentScore, scoreAlignment } from '../alignment/score-alignment.ts';
import type { QueryName } from '../query-words.ts';
import type { Reason } from '../screening.ts';
import { WordComparer } from '../words/word-comparer.ts';
import { Candidates } from './candidates.ts';
import type { ScreeningIndex } from './open-index.ts';
import { membersOf } from './packed-groups.ts';
import { SimilarWords } from './similar-words.ts';

export interface NameHit {
  /** Number of the name in the index. */
  readonly name: number;
  readonly reasons: readonly Reason[];
}

/** Finds the listed names that resemble a name, with the reasons for it. */
export class NameFinder {
  readonly #index: ScreeningIndex;
  readonly #similar: SimilarWords;
  readonly #candidates: Candidates;
  readonly #words = new WordComparer();

  constructor(index: ScreeningIndex) {
    this.#index = index;
    this.#similar = new SimilarWords(index);
    this.#candidates = new Candidates(index);
  }

  /** Every name whose words alone score `floor` or more; several may be names of one party; in order of names. */
  find(query: QueryName, floor: number): NameHit[] {
    const { words } = query;
    const meanings = words.map((word) => this.#similar.of(word));
    const joined = this.#similar.joined(query);
    const hits: NameHit[] = [];
    for (const name of this.#candidates.find({ words, meanings, joined }, floor)) {
      const ids = membersOf(this.#index.wordsOfName, name);
      const sides: Sides = { query, listed: this.#index.listedWords(name) };
      const likenessAt: LikenessAt = (place, other) => {
        if (words[place]?.isInitial) return this.#asInitial(sides, place, other);
        const [meaning, word] = [meanings[place], ids[other]];
        return meaning === undefined || word === undefined ? null : meaning.likenessTo(word);
      };
      const pairs = alignWords(sides, likenessAt, this.#candidates.isJoined(name));
      if (alignmentScore(sides, pairs) >= floor) hits.push({ name, reasons: scoreAlignment(sides, pairs) });
    }
    return hits.sort((one, other) => one.name - other.name);
  }

  /** What begins with a letter is not looked up by it: too much does. */
  #asInitial({ query, listed }: Sides, place: number, other: number) {
    const [initial, word] = [query.words[place], listed.words[other]];
    if (initial === undefined || word === undefined) return null;
    return this.#words.likenessOf(initial, word);
  }
}
