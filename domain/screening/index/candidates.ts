import { neighbours } from '../alignment/joined-words.ts';
import { unmatchedShare } from '../alignment/score-alignment.ts';
import type { Word } from '../words/word.ts';
import { initialWorth } from '../words/likeness.ts';
import type { ScreeningIndex } from './open-index.ts';
import { membersOf, type PackedGroups } from './packed-groups.ts';
import type { SimilarWords, Split, WordMeaning } from './similar-words.ts';

/**
 * Finds every name that could score `floor` or more, by adding up for each name what it could get at most and lose at
 * least. There is no limit to their number: a name left out for want of room would be a party that nobody looked at.
 */
export class Candidates {
  readonly #index: ScreeningIndex;
  readonly #similar: SimilarWords;
  readonly #namesOfFold: PackedGroups;
  /** Of all words of a name. */
  readonly #mass: Float64Array;
  /** The most that the matched words can be worth. */
  readonly #points: Float64Array;
  /** Weight of the query's words that found something in the name. */
  readonly #queryFound: Float64Array;
  /** Weight of the name's words that were found, some counted twice. */
  readonly #listedFound: Float64Array;
  readonly #round: Uint32Array;
  /** The place of the query's word that last gave points: only its best likeness counts. */
  readonly #lastPlace: Uint8Array;
  #rounds = 0;
  #touched: number[] = [];

  constructor(index: ScreeningIndex, similar: SimilarWords) {
    const count = index.nameCount;
    this.#index = index;
    this.#similar = similar;
    this.#namesOfFold = namesOfFolds(index);
    this.#mass = Float64Array.from({ length: count }, (_, name) =>
      membersOf(index.wordsOfName, name).reduce((mass, word) => mass + (index.weights[word] ?? 0), 0),
    );
    this.#points = new Float64Array(count);
    this.#queryFound = new Float64Array(count);
    this.#listedFound = new Float64Array(count);
    this.#round = new Uint32Array(count);
    this.#lastPlace = new Uint8Array(count);
  }

  find(query: readonly Word[], meanings: readonly WordMeaning[], floor: number): number[] {
    this.#rounds += 1;
    this.#touched = [];
    meanings.forEach((meaning, place) => {
      const weight = query[place]?.weight ?? 0;
      this.#addWords(meaning, place, weight);
      for (const split of meaning.splits) this.#addSplit(split, weight);
    });
    for (const [first, second] of neighbours(query.length)) this.#addJoined(query[first], query[second]);
    return this.#touched.filter(this.#canReach(query, floor));
  }

  #addWords({ words, likenesses }: WordMeaning, place: number, queryWeight: number): void {
    const { namesOfWord, weights } = this.#index;
    for (const word of words) {
      const weight = weights[word] ?? 0;
      const worth = weight * (likenesses.get(word)?.similarity ?? 0);
      const end = namesOfWord.starts[word + 1] ?? 0;
      for (let at = namesOfWord.starts[word] ?? 0; at < end; at += 1) {
        const name = namesOfWord.members[at] ?? 0;
        if (this.#round[name] !== this.#rounds) this.#touch(name, place, queryWeight, worth, weight);
        else {
          this.#listedFound[name] = (this.#listedFound[name] ?? 0) + weight;
          if (this.#lastPlace[name] === place) continue;
          this.#lastPlace[name] = place;
          this.#points[name] = (this.#points[name] ?? 0) + worth;
          this.#queryFound[name] = (this.#queryFound[name] ?? 0) + queryWeight;
        }
      }
    }
  }

  #touch(name: number, place: number, queryWeight: number, worth: number, weight: number): void {
    this.#round[name] = this.#rounds;
    this.#touched.push(name);
    this.#lastPlace[name] = place;
    this.#points[name] = worth;
    this.#queryFound[name] = queryWeight;
    this.#listedFound[name] = weight;
  }

  #addSplit({ first, second, similarity }: Split, queryWeight: number): void {
    const weight = this.#weightOfFold(first) + this.#weightOfFold(second);
    const [names, others] = [membersOf(this.#namesOfFold, first), membersOf(this.#namesOfFold, second)];
    let at = 0;
    for (const name of names) {
      while (at < others.length && (others[at] ?? 0) < name) at += 1;
      if (others[at] === name) this.#addMore(name, queryWeight, weight * similarity, weight);
    }
  }

  #addJoined(first: Word | undefined, second: Word | undefined): void {
    if (first === undefined || second === undefined) return;
    for (const { word, similarity } of this.#similar.joined(first.fold, second.fold)) {
      const weight = this.#index.weights[word] ?? 0;
      for (const name of membersOf(this.#index.namesOfWord, word)) {
        this.#addMore(name, first.weight + second.weight, weight * similarity, weight);
      }
    }
  }

  #addMore(name: number, queryWeight: number, worth: number, weight: number): void {
    if (this.#round[name] !== this.#rounds) {
      this.#touch(name, noPlace, queryWeight, worth, weight);
      return;
    }
    this.#points[name] = (this.#points[name] ?? 0) + worth;
    this.#queryFound[name] = (this.#queryFound[name] ?? 0) + queryWeight;
    this.#listedFound[name] = (this.#listedFound[name] ?? 0) + weight;
  }

  /** An initial may stand for any word of the name: it is taken to have found the best there is. */
  #canReach(query: readonly Word[], floor: number): (name: number) => boolean {
    const whole = query.reduce((total, { weight }) => total + weight, 0);
    const initials = query.filter(({ text }) => text.length === 1);
    const initialWeight = initials.reduce((total, { weight }) => total + weight, 0);
    return (name) => {
      const points = (this.#points[name] ?? 0) + initials.length * initialWorth;
      const queryLeft = whole - initialWeight - (this.#queryFound[name] ?? 0);
      const listedLeft = (this.#mass[name] ?? 0) - initials.length - (this.#listedFound[name] ?? 0);
      const lost =
        unmatchedShare.query * Math.max(0, queryLeft) + unmatchedShare.listed * Math.max(0, listedLeft);
      // A hair's breadth for the order in which the same numbers were added up.
      return points >= (floor - 1e-9) * (points + lost);
    };
  }

  #weightOfFold(fold: number): number {
    return membersOf(this.#index.folds.words, fold).reduce(
      (most, word) => Math.max(most, this.#index.weights[word] ?? 0),
      0,
    );
  }
}

/** No word of a query has this place: thirty is the most. */
const noPlace = 255;

/** In order and, where two spellings of one fold stand in one name, twice. */
function namesOfFolds({ folds, namesOfWord }: ScreeningIndex): PackedGroups {
  const counts = new Uint32Array(folds.spellings.length + 1);
  for (let fold = 0; fold < folds.spellings.length; fold += 1) {
    let count = 0;
    for (const word of membersOf(folds.words, fold)) count += membersOf(namesOfWord, word).length;
    counts[fold + 1] = (counts[fold] ?? 0) + count;
  }
  const members = new Uint32Array(counts.at(-1) ?? 0);
  for (let fold = 0; fold < folds.spellings.length; fold += 1) {
    const words = membersOf(folds.words, fold);
    let at = counts[fold] ?? 0;
    for (const word of words) {
      members.set(membersOf(namesOfWord, word), at);
      at += membersOf(namesOfWord, word).length;
    }
    if (words.length > 1) members.subarray(counts[fold], counts[fold + 1]).sort();
  }
  return { starts: counts, members };
}
