import { unmatchedShare } from '../alignment/score-alignment.ts';
import { initialWorth } from '../words/likeness.ts';
import type { Word } from '../words/word.ts';
import type { WordMeaning } from './similar-words.ts';

/**
 * Words that together cannot lift a name to the floor, the commonest mostly, need not be searched for names that no other
 * word has found (H. Turtle and J. Flood, "MaxScore", 1995). They come last, and only add to what is there.
 */
export function essentialFirst(
  query: readonly Word[],
  meanings: readonly WordMeaning[],
  floor: number,
  grantsMinor: boolean,
): readonly { readonly place: number; readonly isEssential: boolean }[] {
  const initials = query.flatMap((word, place) => (word.isInitial ? [place] : []));
  const places = query.flatMap((word, place) => {
    if (word.isInitial) return [];
    // What even a name has that no word has found, because minor words of names are not looked up.
    const granted = grantsMinor ? (meanings[place]?.minorWorth ?? 0) : 0;
    return [{ place, granted, weight: word.weight, most: meanings[place]?.worths[0] ?? 0 }];
  });
  // An initial may stand for a word that was not looked up: all are taken as found.
  let points = initials.length * initialWorth;
  let missing = 0;
  for (const { granted, weight } of places) {
    points += granted;
    if (granted === 0) missing += weight;
  }
  const marked = places
    .sort((a, b) => a.most - b.most)
    .map(({ place, granted, weight, most }) => {
      points += most - granted;
      if (granted === 0) missing -= weight;
      const lost = unmatchedShare.query * Math.max(0, missing);
      return { place, isEssential: points >= (floor - 1e-9) * (points + lost) };
    });
  // The same letter on the list may be worth more than was granted, so that its names come before all others.
  return [...initials.map((place) => ({ place, isEssential: true })), ...marked.reverse()];
}
