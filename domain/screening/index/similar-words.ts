import { BitDistance } from '../words/bit-distance.ts';
import { likenessOf, soundEdits, spellingEdits, type Likeness } from '../words/likeness.ts';
import type { QueryName, QueryWord } from '../query-words.ts';
import { forEachNeighbour } from './deletion-neighbours.ts';
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
  readonly #seen: Uint32Array;
  #round = 0;

  constructor(index: ScreeningIndex) {
    this.#index = index;
    this.#seen = new Uint32Array(
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
    const consider = (word: number) => {
      if (likenesses.has(word)) return;
      const likeness = likenessOf(query, this.#index.wordAt(word), this.#distance);
      if (likeness !== null) likenesses.set(word, likeness);
    };
    const { texts, folds, skeletons, consonantalWords } = this.#index;
    this.#eachNear(texts, query.text, spellingEdits(query.text.length), (text) => {
      membersOf(texts.words, text).forEach(consider);
    });
    this.#eachNear(folds, query.fold, soundEdits(query.fold.length), (fold) => {
      membersOf(folds.words, fold).forEach(consider);
    });
    if (query.group !== undefined) this.#byGroup.get(query.group)?.forEach(consider);
    if (query.text.length > 1) this.#initials.get(query.text.slice(0, 1))?.forEach(consider);
    if (query.isConsonantal || consonantalWords > 0) {
      this.#eachNear(skeletons, query.skeleton, 1, (skeleton) => {
        membersOf(skeletons.words, skeleton).forEach(consider);
      });
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

  /** Every spelling of a table within so many edits, once. */
  #eachNear(
    table: SpellingTable,
    spelling: string,
    edits: 0 | 1 | 2,
    visit: (place: number, spelling: string) => void,
  ): void {
    this.#round += 1;
    const round = this.#round;
    const near = this.#nearPlaces(table, spelling, edits, round);
    for (const place of near) visit(place, table.spellings[place] ?? '');
  }

  #nearPlaces(table: SpellingTable, spelling: string, edits: 0 | 1 | 2, round: number): number[] {
    const near: number[] = [];
    const seen = this.#seen;
    this.#distance.from(spelling);
    forEachNeighbour(table.near, spelling, edits, (place) => {
      if (seen[place] === round) return;
      seen[place] = round;
      if (this.#distance.to(table.spellings[place] ?? '', edits) <= edits) near.push(place);
    });
    return near;
  }
}

function add<Key>(groups: Map<Key, number[]>, key: Key, member: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [member]);
  else group.push(member);
}
