import { isJoined, neighbours } from '../alignment/joined-words.ts';
import { BitDistance } from '../words/bit-distance.ts';
import { likenessOf, soundEdits, spellingEdits } from '../words/likeness.ts';
import type { QueryName, QueryWord } from '../query-words.ts';
import { NeighbourSearch } from './deletion-neighbours.ts';
import { IndexedWord } from './indexed-word.ts';
import type { ScreeningIndex } from './open-index.ts';
import { membersOf, type PackedGroups } from './packed-groups.ts';
import type { SpellingTable } from './spelling-table.ts';
import { SplitWords } from './split-words.ts';
import { WordMeaning, type SimilarWord } from './word-meaning.ts';
import type { WordTable } from './word-table.ts';

/** A listed word that two words of a query make when written together. */
export interface JoinedWord {
  readonly word: number;
  /** Of both words of the query. */
  readonly queryWeight: number;
}

/** Names repeat: most words of a query were looked up before. A word takes the place of one that came so many before it. */
const mostRemembered = 60_000;

/** Finds the listed words that a word may be a spelling of: exactly those that `likenessOf` calls alike. */
export class SimilarWords {
  readonly #table: WordTable;
  readonly #names: PackedGroups;
  readonly #byGroup: ReadonlyMap<number, readonly number[]>;
  readonly #initials: ReadonlyMap<string, readonly number[]>;
  readonly #letters: ReadonlySet<number>;
  readonly #splits: SplitWords;
  readonly #known: ({ readonly word: QueryWord; readonly meaning: WordMeaning } | undefined)[] = [];
  readonly #search: NeighbourSearch;
  readonly #near = new BitDistance();
  readonly #word: IndexedWord;
  /** By word: the round in which it was compared last. */
  readonly #compared: Uint32Array;
  #round = 0;

  constructor(index: ScreeningIndex) {
    const { texts, folds, skeletons, count } = index.words;
    this.#table = index.words;
    this.#names = index.namesOfWord;
    this.#search = new NeighbourSearch(Math.max(texts.count, folds.count, skeletons.count));
    this.#word = new IndexedWord(index.words);
    this.#compared = new Uint32Array(count);
    this.#letters = texts.letters;
    this.#splits = new SplitWords(index, this.#search);
    const [byGroup, initials] = [new Map<number, number[]>(), new Map<string, number[]>()];
    for (let word = 0; word < count; word += 1) {
      const group = index.words.groupOf(word);
      if (group !== undefined) add(byGroup, group, word);
      if (texts.lengthOf(word) === 1) add(initials, texts.ofWord(word), word);
    }
    this.#byGroup = byGroup;
    this.#initials = initials;
  }

  of(word: QueryWord): WordMeaning {
    const place = word.number % mostRemembered;
    const known = this.#known[place];
    if (known?.word === word) return known.meaning;
    const meaning = this.#lookUp(word);
    this.#known[place] = { word, meaning };
    return meaning;
  }

  /** Listed words that two neighbours of a query make when written together. */
  joined({ words }: QueryName): JoinedWord[] {
    const found: JoinedWord[] = [];
    for (const [first, second] of neighbours(words.length)) {
      const [start, end] = [words[first], words[second]];
      if (!start || !end) continue;
      // Spares most pairs the making of a string: no listed word has these letters.
      if (!this.#letters.has(start.letters | end.letters)) continue;
      const whole = start.text + end.text;
      const place = this.#table.texts.placeOf(whole, this.#search);
      if (place === undefined || !isJoined(whole, start.text, end.text)) continue;
      const queryWeight = start.weight + end.weight;
      for (const word of membersOf(this.#table.texts.words, place)) found.push({ word, queryWeight });
    }
    return found;
  }

  #lookUp(query: QueryWord): WordMeaning {
    this.#round += 1;
    const found: SimilarWord[] = [];
    const { texts, folds, skeletons, consonantalWords } = this.#table;
    this.#word.from(query, this.#search);
    this.#considerNear(found, query, texts, query.text, spellingEdits(query.text.length));
    this.#considerNear(found, query, folds, query.fold, soundEdits(query.fold.length));
    if (query.isConsonantal || consonantalWords > 0) {
      this.#considerNear(found, query, skeletons, query.skeleton, 1);
    }
    if (query.group !== undefined) this.#considerAll(found, query, this.#byGroup.get(query.group));
    if (query.text.length > 1) {
      this.#considerAll(found, query, this.#initials.get(query.text.slice(0, 1)));
    }
    return new WordMeaning(found, this.#splits.of(query));
  }

  /** Considers the words of every spelling of a table within so many edits. */
  #considerNear(
    found: SimilarWord[],
    query: QueryWord,
    table: SpellingTable,
    spelling: string,
    edits: 0 | 1 | 2,
  ): void {
    const { starts, members } = table.words;
    const count = table.near(spelling, edits, this.#search, this.#near);
    for (let each = 0; each < count; each += 1) {
      const place = this.#search.found[each] ?? 0;
      const end = starts[place + 1] ?? 0;
      for (let at = starts[place] ?? 0; at < end; at += 1) this.#consider(found, query, members[at] ?? 0);
    }
  }

  #considerAll(found: SimilarWord[], query: QueryWord, words: readonly number[] = []): void {
    for (const word of words) this.#consider(found, query, word);
  }

  #consider(found: SimilarWord[], query: QueryWord, word: number): void {
    if (this.#compared[word] === this.#round) return;
    this.#compared[word] = this.#round;
    const likeness = likenessOf(query, this.#word.to(word));
    if (likeness === null) return;
    const weight = this.#table.weights[word] ?? 0;
    const [from, to] = [this.#names.starts[word] ?? 0, this.#names.starts[word + 1] ?? 0];
    const isMinor = this.#table.isMinor[word] === 1;
    found.push({ word, likeness, worth: weight * likeness.similarity, isMinor, from, to });
  }
}

function add<Key>(groups: Map<Key, number[]>, key: Key, member: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [member]);
  else group.push(member);
}
