import { BitDistance } from '../words/bit-distance.ts';
import { likenessOf, soundEdits, spellingEdits, type Likeness } from '../words/likeness.ts';
import type { QueryName, QueryWord } from '../query-words.ts';
import { NeighbourSearch } from './deletion-neighbours.ts';
import { spellingOf, type ScreeningIndex, type SpellingTable } from './open-index.ts';
import { membersOf } from './packed-groups.ts';

/** Two spellings of the index that make a third when written together. */
export interface Split {
  readonly first: number;
  readonly second: number;
}

/** A listed word that two words of a query make when written together. */
export interface JoinedWord {
  readonly word: number;
  /** Of both words of the query. */
  readonly queryWeight: number;
}

/** What one word of a query may stand for on the list. */
export interface WordMeaning {
  readonly likenesses: ReadonlyMap<number, Likeness>;
  /** The same, those that are worth most first: their weight times their similarity. */
  readonly words: Uint32Array;
  readonly worths: Float64Array;
  /** The most that a minor word of a name can be worth for it. */
  readonly minorWorth: number;
  /** Folds of two words that it may be, written together. */
  readonly splits: readonly Split[];
}

/** Names repeat: most words of a query were looked up before. Cleared when full, which costs a few milliseconds. */
const mostRemembered = 60_000;

/** Finds the listed words that a word may be a spelling of: exactly those that `likenessOf` calls alike. */
export class SimilarWords {
  readonly #index: ScreeningIndex;
  readonly #distance = new BitDistance();
  readonly #byGroup: ReadonlyMap<number, readonly number[]>;
  readonly #initials: ReadonlyMap<string, readonly number[]>;
  readonly #foldPlaces: ReadonlyMap<string, number>;
  readonly #known = new Map<QueryWord, WordMeaning>();
  readonly #near = new BitDistance();
  readonly #search: NeighbourSearch;

  constructor(index: ScreeningIndex) {
    this.#index = index;
    this.#search = new NeighbourSearch(
      Math.max(index.texts.spellings.length, index.folds.spellings.length, index.skeletons.spellings.length),
    );
    this.#foldPlaces = new Map(index.folds.spellings.map((fold, place) => [fold, place]));
    const [byGroup, initials] = [new Map<number, number[]>(), new Map<string, number[]>()];
    for (let word = 0; word < index.wordCount; word += 1) {
      const text = spellingOf(index.texts, word);
      const group = index.groupOf(word);
      if (group !== undefined) add(byGroup, group, word);
      if (text.length === 1) add(initials, text, word);
    }
    this.#byGroup = byGroup;
    this.#initials = initials;
  }

  of(word: QueryWord): WordMeaning {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    if (this.#known.size >= mostRemembered) this.#known.clear();
    const meaning = this.#lookUp(word);
    this.#known.set(word, meaning);
    return meaning;
  }

  /** Listed words that two neighbours of a query may be, written together. */
  joined({ words, joins }: QueryName): JoinedWord[] {
    return joins.flatMap(({ places: [first, second], fold }) => {
      const queryWeight = (words[first]?.weight ?? 0) + (words[second]?.weight ?? 0);
      const place = this.#foldPlaces.get(fold);
      if (place === undefined) return [];
      return Array.from(membersOf(this.#index.folds.words, place), (word) => ({ word, queryWeight }));
    });
  }

  #lookUp(query: QueryWord): WordMeaning {
    const likenesses = new Map<number, Likeness>();
    const { texts, folds, skeletons, consonantalWords } = this.#index;
    this.#considerNear(likenesses, query, texts, query.text, spellingEdits(query.text.length));
    this.#considerNear(likenesses, query, folds, query.fold, soundEdits(query.fold.length));
    if (query.isConsonantal || consonantalWords > 0) {
      this.#considerNear(likenesses, query, skeletons, query.skeleton, 1);
    }
    if (query.group !== undefined) this.#considerAll(likenesses, query, this.#byGroup.get(query.group));
    if (query.text.length > 1) {
      this.#considerAll(likenesses, query, this.#initials.get(query.text.slice(0, 1)));
    }
    const worths = Array.from(likenesses, ([word, { similarity }]) => ({
      word,
      worth: (this.#index.weights[word] ?? 0) * similarity,
    })).sort((a, b) => b.worth - a.worth || a.word - b.word);
    return {
      likenesses,
      words: Uint32Array.from(worths, ({ word }) => word),
      worths: Float64Array.from(worths, ({ worth }) => worth),
      minorWorth: worths.find(({ word }) => this.#index.isMinor[word] === 1)?.worth ?? 0,
      splits: this.#splitsOf(query),
    };
  }

  #splitsOf({ cuts }: QueryWord): Split[] {
    return cuts.flatMap(([start, end]) => {
      const [first, second] = [this.#foldPlaces.get(start), this.#foldPlaces.get(end)];
      return first === undefined || second === undefined ? [] : [{ first, second }];
    });
  }

  /** Considers the words of every spelling of a table within so many edits. */
  #considerNear(
    likenesses: Map<number, Likeness>,
    query: QueryWord,
    table: SpellingTable,
    spelling: string,
    edits: 0 | 1 | 2,
  ): void {
    const { starts, members } = table.words;
    const count = this.#search.search(table.near, spelling, edits);
    this.#near.from(spelling);
    for (let each = 0; each < count; each += 1) {
      const place = this.#search.found[each] ?? 0;
      if (this.#near.to(table.spellings[place] ?? '', edits) > edits) continue;
      const end = starts[place + 1] ?? 0;
      for (let at = starts[place] ?? 0; at < end; at += 1)
        this.#consider(likenesses, query, members[at] ?? 0);
    }
  }

  #considerAll(likenesses: Map<number, Likeness>, query: QueryWord, words: readonly number[] = []): void {
    for (const word of words) this.#consider(likenesses, query, word);
  }

  #consider(likenesses: Map<number, Likeness>, query: QueryWord, word: number): void {
    if (likenesses.has(word)) return;
    const likeness = likenessOf(query, this.#index.wordAt(word), this.#distance);
    if (likeness !== null) likenesses.set(word, likeness);
  }
}

function add<Key>(groups: Map<Key, number[]>, key: Key, member: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [member]);
  else group.push(member);
}
