import type { QueryWord } from '../query-words.ts';
import type { Ceiling } from './ceiling.ts';
import type { Reach } from './reach.ts';
import type { WordMeaning } from './word-meaning.ts';

/** How the names of one word of a query are looked for. */
export interface WordSearch {
  readonly place: number;
  readonly meaning: WordMeaning;
  /** What the word takes from a name that lacks it. */
  readonly queryWeight: number;
  /** Whether names that no other word has found count at all. */
  readonly opens: boolean;
  /** A name that gains less by this word cannot reach the floor, whatever else it has. */
  readonly leastGain: number;
}

/**
 * In which order the words of a query are looked for. Those that together gain too little, the commonest mostly, need not be
 * searched for names that no other word has found (H. Turtle and J. Flood, "MaxScore", 1995): they come last, and only
 * add to what is there. Empty when all of them together gain too little.
 * @param need of every name
 * @param joined what words written together may gain a name
 */
export function searchOrder(
  query: readonly QueryWord[],
  meanings: readonly WordMeaning[],
  { ceiling, reach, need, joined }: Prospects,
): readonly WordSearch[] {
  let most = joined;
  const words = query.flatMap((word, place) => {
    const meaning = meanings[place];
    if (meaning === undefined) return [];
    const queryWeight = isGranted(word, meaning, ceiling) ? 0 : word.weight;
    const best = meaning.count === 0 ? 0 : reach.gainWithoutName(meaning.worthAt(0), queryWeight);
    most += best;
    return [{ place, meaning, queryWeight, best }];
  });
  if (most < need) return [];
  // Names with words written together are open already.
  let others = 0;
  return words
    .sort((one, other) => one.best - other.best)
    .map(({ best, ...word }) => {
      others += best;
      return { ...word, opens: others >= need, leastGain: need - (most - best) };
    })
    .reverse();
}

/** What is known of a query before anything is searched. */
export interface Prospects {
  readonly ceiling: Ceiling;
  readonly reach: Reach;
  /** What every name has to gain. */
  readonly need: number;
  /** What words written together may gain a name, at most. */
  readonly joined: number;
}

/** Whether a word is taken as found in every name, so that no name gains by it what it would not miss. */
function isGranted({ isInitial }: QueryWord, { minorWorth }: WordMeaning, { grants }: Ceiling): boolean {
  return isInitial || (grants && minorWorth > 0);
}
