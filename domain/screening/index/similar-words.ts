import { canBeJoined, joinedLikeness, slipsAllowed } from '../alignment/joined-words.ts';
import { equivalentsOf } from '../names/equivalents.ts';
import { BitDistance } from '../words/bit-distance.ts';
import { editsAllowed, likenessOf, type Likeness } from '../words/likeness.ts';
import type { Word } from '../words/word.ts';
import { forEachNeighbour } from './deletion-neighbours.ts';
import type { ScreeningIndex, SpellingTable } from './open-index.ts';
import { membersOf } from './packed-groups.ts';

/** Two spellings of the index that make a third when written together. */
export interface Split {
  readonly first: number;
  readonly second: number;
  readonly similarity: number;
}

/** What one word of a query may stand for on the list. */
export interface WordMeaning {
  readonly likenesses: ReadonlyMap<number, Likeness>;
  /** The same, those of most weight first. */
  readonly words: Uint32Array;
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
  readonly #known = new Map<string, WordMeaning>();
  readonly #seen: Uint32Array;
  #round = 0;

  constructor(index: ScreeningIndex) {
    this.#index = index;
    this.#seen = new Uint32Array(Math.max(index.folds.spellings.length, index.skeletons.spellings.length));
    this.#foldPlaces = new Map(index.folds.spellings.map((fold, place) => [fold, place]));
    const [byGroup, initials] = [new Map<number, number[]>(), new Map<string, number[]>()];
    index.wordTexts.forEach((text, word) => {
      const group = equivalentsOf(text);
      if (group !== undefined) add(byGroup, group, word);
      if (text.length === 1) add(initials, text, word);
    });
    this.#byGroup = byGroup;
    this.#initials = initials;
  }

  of(word: Word): WordMeaning {
    const key = word.isConsonantal ? `${word.text}'` : word.text;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= mostRemembered) this.#known.clear();
    const meaning = this.#lookUp(word);
    this.#known.set(key, meaning);
    return meaning;
  }

  /** Listed words that two neighbours of a query may be, written together. */
  joined(first: string, second: string): { readonly word: number; readonly similarity: number }[] {
    const together = first + second;
    if (!canBeJoined(together)) return [];
    const { folds } = this.#index;
    const found: { word: number; similarity: number }[] = [];
    this.#eachNear(folds, together, slipsAllowed(together), (fold, spelling) => {
      const similarity = joinedLikeness(spelling, first, second, this.#distance);
      if (similarity === 0) return;
      for (const word of membersOf(folds.words, fold)) found.push({ word, similarity });
    });
    return found;
  }

  #lookUp(query: Word): WordMeaning {
    const likenesses = new Map<number, Likeness>();
    const consider = (word: number) => {
      if (likenesses.has(word)) return;
      const likeness = likenessOf(query, this.#index.wordAt(word), this.#distance);
      if (likeness !== null) likenesses.set(word, likeness);
    };
    const { folds, skeletons, consonantalWords } = this.#index;
    this.#eachNear(folds, query.fold, editsAllowed(query.fold.length), (fold) => {
      membersOf(folds.words, fold).forEach(consider);
    });
    if (query.group !== undefined) this.#byGroup.get(query.group)?.forEach(consider);
    if (query.text.length > 1) this.#initials.get(query.text.slice(0, 1))?.forEach(consider);
    if (query.isConsonantal || consonantalWords > 0) {
      this.#eachNear(skeletons, query.skeleton, 1, (skeleton) => {
        membersOf(skeletons.words, skeleton).forEach(consider);
      });
    }
    const worthOf = (word: number) =>
      this.#index.wordAt(word).weight * (likenesses.get(word)?.similarity ?? 0);
    const words = Uint32Array.from([...likenesses.keys()].sort((a, b) => worthOf(b) - worthOf(a) || a - b));
    return { likenesses, words, splits: this.#splitsOf(query) };
  }

  #splitsOf({ fold }: Word): Split[] {
    const splits: Split[] = [];
    if (!canBeJoined(fold)) return splits;
    const consider = (first: number, second: number) => {
      const { spellings } = this.#index.folds;
      const similarity = joinedLikeness(
        fold,
        spellings[first] ?? '',
        spellings[second] ?? '',
        this.#distance,
      );
      if (similarity > 0) splits.push({ first, second, similarity });
    };
    const slips = slipsAllowed(fold);
    for (let length = 1; length < fold.length; length += 1) {
      const [start, rest] = [fold.slice(0, length), fold.slice(length)];
      const [first, second] = [this.#foldPlaces.get(start), this.#foldPlaces.get(rest)];
      if (first !== undefined) {
        this.#eachNear(this.#index.folds, rest, slips, (near) => {
          consider(first, near);
        });
      }
      if (second !== undefined && slips > 0) {
        this.#eachNear(this.#index.folds, start, slips, (near) => {
          if (near !== first) consider(near, second);
        });
      }
    }
    return splits;
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
