import { joinedWorth } from '../alignment/joined-words.ts';
import type { QueryWord } from '../query-words.ts';
import { ceilingOf } from './ceiling.ts';
import type { ScreeningIndex } from './open-index.ts';
import { Reach } from './reach.ts';
import { searchOrder, type WordSearch } from './search-order.ts';
import type { JoinedWord } from './similar-words.ts';
import type { WordMeaning } from './word-meaning.ts';
import { gainUnits, needUnits, Tally } from './tally.ts';

/** What is looked for: the words of a query, and what each may stand for. */
export interface Sought {
  readonly words: readonly QueryWord[];
  readonly meanings: readonly WordMeaning[];
  /** What `SimilarWords.joined` finds for the neighbours among the words. */
  readonly joined: readonly JoinedWord[];
}

/**
 * Finds every name that could score `floor` or more, by adding up for each name what it could get at most and lose at
 * least. There is no limit to their number: a name left out for want of room would be a party that nobody looked at.
 */
export class Candidates {
  readonly #index: ScreeningIndex;
  /** Of all words of a name that are not minor, in units of the tally. */
  readonly #mass: Float32Array;
  readonly #tally: Tally;

  constructor(index: ScreeningIndex) {
    this.#index = index;
    this.#mass = massOfNames(index);
    this.#tally = new Tally(index.nameCount);
  }

  find(sought: Sought, floor: number): number[] {
    this.#tally.begin();
    const { words, meanings, joined } = sought;
    if (joined.length === 0 && meanings.every(saysNothing)) return [];
    const reach = new Reach(floor);
    const ceiling = ceilingOf(words, meanings, floor);
    const need = reach.needOfQuery(ceiling.weight) - reach.gainWithoutName(ceiling.granted, 0);
    const byJoining = this.#addJoined(sought, reach);
    for (const word of searchOrder(words, meanings, { ceiling, reach, need, joined: byJoining })) {
      this.#addWords(word, ceiling.grants, reach);
    }
    const { needOfListed } = reach;
    return this.#tally.close(
      needUnits(need - needOfListed * ceiling.initials),
      (name) => needOfListed * (this.#mass[name] ?? 0),
    );
  }

  /** Whether words written together were found in a name of the last search. */
  isJoined(name: number): boolean {
    return this.#tally.isJoined(name);
  }

  #addWords(search: WordSearch, skipsMinor: boolean, reach: Reach): void {
    const { place, meaning, queryWeight, opens, leastGain } = search;
    const { members } = this.#index.namesOfWord;
    const least = leastGain - reach.gainWithoutName(0, queryWeight);
    for (let each = 0; each < meaning.count; each += 1) {
      const worth = meaning.worthAt(each);
      // The best come first: what follows gains less.
      if (reach.gainWithoutName(worth, 0) < least) return;
      if (skipsMinor && meaning.isMinorAt(each)) continue;
      const gain = gainUnits(reach.gainOf(worth, queryWeight));
      this.#tally.addAll({ place, gain, opens }, members, meaning.fromAt(each), meaning.toAt(each));
    }
  }

  /** @returns what all of it may gain one name */
  #addJoined({ words, meanings, joined }: Sought, reach: Reach): number {
    const { starts, members } = this.#index.namesOfWord;
    let most = 0;
    const add = (names: Iterable<number>, queryWeight: number, listedWeight: number): void => {
      const gain = reach.gainOf(listedWeight * joinedWorth, queryWeight);
      for (const name of names) this.#tally.addJoined(gainUnits(gain), name);
      most += gain;
    };
    for (const { word, queryWeight } of joined) {
      const names = members.subarray(starts[word], starts[word + 1]);
      add(names, queryWeight, this.#index.words.weights[word] ?? 0);
    }
    for (let place = 0; place < meanings.length; place += 1) {
      for (const { names, listedWeight } of meanings[place]?.splits ?? []) {
        add(names, words[place]?.weight ?? 0, listedWeight);
      }
    }
    return most;
  }
}

/** Most words of a query are on no list; against a day's changes nearly all. */
function saysNothing({ count, splits }: WordMeaning): boolean {
  return count === 0 && splits.length === 0;
}

function massOfNames({ nameCount, wordsOfName, words: { weights, isMinor } }: ScreeningIndex): Float32Array {
  const mass = new Float32Array(nameCount);
  for (let name = 0; name < nameCount; name += 1) {
    let own = 0;
    for (let at = wordsOfName.starts[name] ?? 0; at < (wordsOfName.starts[name + 1] ?? 0); at += 1) {
      const word = wordsOfName.members[at] ?? 0;
      if (isMinor[word] !== 1) own += weights[word] ?? 0;
    }
    // Rounded down, so that no name seems to need more than it does.
    mass[name] = Math.max(0, needUnits(own) - 1);
  }
  return mass;
}
