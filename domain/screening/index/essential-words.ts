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
): readonly { readonly place: number; readonly isEssential: boolean }[] {
  // An initial may stand for a word that was not looked up: all are taken as found.
  const initials = query.filter((word) => word.isInitial);
  const places = query.flatMap((word, place) =>
    word.isInitial ? [] : [{ place, weight: word.weight, most: meanings[place]?.worths[0] ?? 0 }],
  );
  const whole = weightOf(query);
  let [points, found] = [initials.length * initialWorth, weightOf(initials)];
  const marked = places
    .sort((a, b) => a.most - b.most)
    .map(({ place, weight, most }) => {
      points += most;
      found += weight;
      const lost = unmatchedShare.query * Math.max(0, whole - found);
      return { place, isEssential: points >= (floor - 1e-9) * (points + lost) };
    });
  const same = query.flatMap((word, place) => (word.isInitial ? [{ place, isEssential: true }] : []));
  return [...marked.reverse(), ...same];
}

function weightOf(words: readonly Word[]): number {
  return words.reduce((total, { weight }) => total + weight, 0);
}
