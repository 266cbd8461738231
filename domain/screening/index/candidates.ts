import { joinedWorth } from '../alignment/joined-words.ts';
import { unmatchedShare } from '../alignment/score-alignment.ts';
import type { Word } from '../words/word.ts';
import { ceilingOf, type Ceiling } from './ceiling.ts';
import { essentialFirst } from './essential-words.ts';
import type { ScreeningIndex } from './open-index.ts';
import { forEachCommon, membersOf, type PackedGroups } from './packed-groups.ts';
import type { JoinedWord, Split, WordMeaning } from './similar-words.ts';
import { placeOfJoined, Tally } from './tally.ts';

/**
 * Finds every name that could score `floor` or more, by adding up for each name what it could get at most and lose at
 * least. There is no limit to their number: a name left out for want of room would be a party that nobody looked at.
 */
export class Candidates {
  readonly #index: ScreeningIndex;
  readonly #namesOfFold: PackedGroups;
  /** Of all words of a name that are not minor. */
  readonly #mass: Float64Array;
  readonly #tally: Tally;

  constructor(index: ScreeningIndex) {
    this.#index = index;
    this.#namesOfFold = namesOfFolds(index);
    this.#mass = massOfNames(index);
    this.#tally = new Tally(index.nameCount);
  }

  /** @param joined what `SimilarWords.joined` finds for the neighbours in the query */
  find(
    query: readonly Word[],
    meanings: readonly WordMeaning[],
    joined: readonly JoinedWord[],
    floor: number,
  ): number[] {
    if (joined.length === 0 && meanings.every(saysNothing)) return [];
    this.#tally.begin();
    for (const join of joined) this.#addJoined(join);
    meanings.forEach((meaning, place) => {
      for (const split of meaning.splits) this.#addSplit(split, query[place]?.weight ?? 0);
    });
    const ceiling = ceilingOf(query, meanings, floor);
    for (const { place, isEssential } of essentialFirst(query, meanings, floor, ceiling.grants)) {
      const meaning = meanings[place];
      if (meaning) this.#addWords(meaning, place, query[place]?.weight ?? 0, isEssential, ceiling.grants);
    }
    return this.#thatReach(ceiling, floor);
  }

  /** Whether words written together were found in a name of the last search. */
  isJoined(name: number): boolean {
    return this.#tally.isJoined(name);
  }

  #addWords(
    { words, worths }: WordMeaning,
    place: number,
    queryWeight: number,
    opens: boolean,
    grantsMinor: boolean,
  ): void {
    const { namesOfWord, weights, isMinor } = this.#index;
    for (let each = 0; each < words.length; each += 1) {
      const word = words[each] ?? 0;
      if (grantsMinor && isMinor[word] === 1) continue;
      const found = { place, worth: worths[each] ?? 0, queryWeight, listedWeight: weights[word] ?? 0 };
      const [from, to] = [namesOfWord.starts[word] ?? 0, namesOfWord.starts[word + 1] ?? 0];
      this.#tally.addAll(found, namesOfWord.members, from, to, opens);
    }
  }

  #addSplit({ first, second }: Split, queryWeight: number): void {
    const listedWeight = this.#weightOfFold(first) + this.#weightOfFold(second);
    const found = { place: placeOfJoined, worth: listedWeight * joinedWorth, queryWeight, listedWeight };
    forEachCommon(membersOf(this.#namesOfFold, first), membersOf(this.#namesOfFold, second), (name) => {
      this.#tally.addJoined(found, name);
    });
  }

  #addJoined({ word, queryWeight }: JoinedWord): void {
    const listedWeight = this.#index.weights[word] ?? 0;
    const found = { place: placeOfJoined, worth: listedWeight * joinedWorth, queryWeight, listedWeight };
    for (const name of membersOf(this.#index.namesOfWord, word)) this.#tally.addJoined(found, name);
  }

  #thatReach({ granted, weight, initials }: Ceiling, floor: number): number[] {
    const tally = this.#tally;
    const reaching: number[] = [];
    for (let index = 0; index < tally.count; index += 1) {
      const name = tally.names[index] ?? 0;
      const points = tally.pointsOf(name) + granted;
      const queryLeft = Math.max(0, weight - tally.queryFoundIn(name));
      const listedLeft = Math.max(0, (this.#mass[name] ?? 0) - initials - tally.listedFoundIn(name));
      const lost = unmatchedShare.query * queryLeft + unmatchedShare.listed * listedLeft;
      // A hair's breadth for the order in which the same numbers were added up.
      if (points >= (floor - 1e-9) * (points + lost)) reaching.push(name);
    }
    return reaching;
  }

  #weightOfFold(fold: number): number {
    const { starts, members } = this.#index.folds.words;
    let most = 0;
    for (let at = starts[fold] ?? 0; at < (starts[fold + 1] ?? 0); at += 1) {
      most = Math.max(most, this.#index.weights[members[at] ?? 0] ?? 0);
    }
    return most;
  }
}

/** Most words of a query are on no list; against a day's changes nearly all. */
function saysNothing({ words, splits }: WordMeaning): boolean {
  return words.length === 0 && splits.length === 0;
}

function massOfNames({ nameCount, wordsOfName, weights, isMinor }: ScreeningIndex): Float64Array {
  const mass = new Float64Array(nameCount);
  for (let name = 0; name < nameCount; name += 1) {
    for (let at = wordsOfName.starts[name] ?? 0; at < (wordsOfName.starts[name + 1] ?? 0); at += 1) {
      const word = wordsOfName.members[at] ?? 0;
      if (isMinor[word] !== 1) mass[name] = (mass[name] ?? 0) + (weights[word] ?? 0);
    }
  }
  return mass;
}

/** In order and, where two spellings of one fold stand in one name, twice. */
function namesOfFolds({ folds, namesOfWord }: ScreeningIndex): PackedGroups {
  const starts = new Uint32Array(folds.spellings.length + 1);
  for (let fold = 0; fold < folds.spellings.length; fold += 1) {
    let count = 0;
    for (const word of membersOf(folds.words, fold)) count += membersOf(namesOfWord, word).length;
    starts[fold + 1] = (starts[fold] ?? 0) + count;
  }
  const members = new Uint32Array(starts.at(-1) ?? 0);
  for (let fold = 0; fold < folds.spellings.length; fold += 1) {
    const words = membersOf(folds.words, fold);
    let at = starts[fold] ?? 0;
    for (const word of words) {
      members.set(membersOf(namesOfWord, word), at);
      at += membersOf(namesOfWord, word).length;
    }
    if (words.length > 1) members.subarray(starts[fold], starts[fold + 1]).sort();
  }
  return { starts, members };
}
