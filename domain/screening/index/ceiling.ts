import { unmatchedShare } from '../alignment/score-alignment.ts';
import { initialWorth } from '../words/likeness.ts';
import type { Word } from '../words/word.ts';
import type { WordMeaning } from './word-meaning.ts';

/** What every name is taken to have for a query, because looking it up would cost more than it tells. */
export interface Ceiling {
  /** Points for initials and for minor words. */
  readonly granted: number;
  /** Of the query's words that have to be found; the others are taken to be. */
  readonly weight: number;
  /** How many words of a name initials may have found. */
  readonly initials: number;
  /** Whether minor words of names are taken as found instead of looked up. */
  readonly grants: boolean;
}

/** An initial may stand for any word of a name, and nearly every company has a legal form: both are granted. */
export function ceilingOf(query: readonly Word[], meanings: readonly WordMeaning[], floor: number): Ceiling {
  let [initials, minor, weight, weightWithMinor] = [0, 0, 0, 0];
  query.forEach(({ isInitial, weight: own }, place) => {
    if (isInitial) {
      initials += 1;
      return;
    }
    const worth = meanings[place]?.minorWorth ?? 0;
    minor += worth;
    weightWithMinor += own;
    if (worth === 0) weight += own;
  });
  const forInitials = initials * initialWorth;
  // Only as long as what is granted does not by itself lift any name to the floor.
  const grants = minor < (floor - 1e-9) * (minor + unmatchedShare.query * weight);
  return grants
    ? { granted: forInitials + minor, weight, initials, grants }
    : { granted: forInitials, weight: weightWithMinor, initials, grants };
}
