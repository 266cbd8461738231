import { isJoined, neighbours } from '../alignment/joined-words.ts';
import { BitDistance } from '../words/bit-distance.ts';
import { likenessOf, soundEdits, spellingEdits, type Likeness } from '../words/likeness.ts';
import type { QueryName, QueryWord } from '../query-words.ts';
import { letterBits, mayBeNear } from '../words/letter-bits.ts';
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
  readonly #textPlaces: ReadonlyMap<string, number>;
  readonly #letters: ReadonlySet<number>;
  readonly #known = new Map<QueryWord, WordMeaning>();
  readonly #near = new BitDistance();
  readonly #search: NeighbourSearch;

  constructor(index: ScreeningIndex) {
    this.#index = index;
    this.#search = new NeighbourSearch(
      Math.max(index.texts.spellings.length, index.folds.spellings.length, index.skeletons.spellings.length),
    );
    this.#textPlaces = new Map(index.texts.spellings.map((text, place) => [text, place]));
    this.#letters = new Set(index.texts.letters);
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

  /** Listed words that two neighbours of a query make when written together. */
  joined({ words }: QueryName): JoinedWord[] {
    const found: JoinedWord[] = [];
    for (const [first, second] of neighbours(words.length)) {
      const [start, end] = [words[first], words[second]];
      if (!start || !end) continue;
      // Spares most pairs the making of a string: no listed word has these letters.
      if (!this.#letters.has((start.letters | end.letters) >>> 0)) continue;
      const place = this.#textPlaces.get(start.text + end.text);
      if (place === undefined || !isJoined(start.text + end.text, start.text, end.text)) continue;
      const queryWeight = start.weight + end.weight;
      for (const word of membersOf(this.#index.texts.words, place)) found.push({ word, queryWeight });
    }
    return found;
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
    return { likenesses, ...this.#byWorth(likenesses), splits: this.#splitsOf(query) };
  }

  #byWorth(likenesses: ReadonlyMap<number, Likeness>): Pick<WordMeaning, 'words' | 'worths' | 'minorWorth'> {
    const { weights, isMinor } = this.#index;
    const found: { word: number; worth: number }[] = [];
    for (const [word, { similarity }] of likenesses) {
      found.push({ word, worth: (weights[word] ?? 0) * similarity });
    }
    found.sort((a, b) => b.worth - a.worth || a.word - b.word);
    const [words, worths] = [new Uint32Array(found.length), new Float64Array(found.length)];
    let minorWorth = 0;
    for (let each = 0; each < found.length; each += 1) {
      const { word, worth } = found[each] ?? { word: 0, worth: 0 };
      words[each] = word;
      worths[each] = worth;
      if (minorWorth === 0 && isMinor[word] === 1) minorWorth = worth;
    }
    return { words, worths, minorWorth };
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
    const letters = letterBits(spelling);
    const count = this.#search.search(table.near, spelling, edits);
    this.#near.from(spelling);
    for (let each = 0; each < count; each += 1) {
      const place = this.#search.found[each] ?? 0;
      if (!mayBeNear(letters, table.letters[place] ?? 0, edits)) continue;
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
