import type { BitDistance } from '../words/bit-distance.ts';

/** A blank lost or added; one letter of difference is allowed in long words. */
const worth = { exact: 0.96, slip: 0.9 };

const shortestJoined = 4;
const longEnoughForSlip = 7;
/** Of either part: what is shorter is too soon another word. */
const shortestPart = 3;

/** What a word may have been parted into, or put together from, by its fold. */
export function canBeJoined(fold: string): boolean {
  return fold.length >= shortestJoined;
}

export function slipsAllowed(fold: string): 0 | 1 {
  return fold.length >= longEnoughForSlip ? 1 : 0;
}

/** Similarity of a whole word with two others written together, by their folds; 0 when they differ. */
export function joinedLikeness(whole: string, first: string, second: string, distance: BitDistance): number {
  const excess = first.length + second.length - whole.length;
  if (excess > 1 || excess < -1 || !canBeJoined(whole)) return 0;
  const [starts, ends] = [whole.startsWith(first), whole.endsWith(second)];
  if (starts && ends && excess === 0) return worth.exact;
  if (slipsAllowed(whole) === 0 || first.length < shortestPart || second.length < shortestPart) return 0;
  if (starts && distance.from(second).to(whole.slice(first.length), 1) <= 1) return worth.slip;
  return ends && distance.from(first).to(whole.slice(0, -second.length), 1) <= 1 ? worth.slip : 0;
}

/**
 * The pairs of places that may have been written together: neighbours, and the last before the first, since lists put
 * the family name first and people last; in both orders.
 */
export function neighbours(count: number): readonly (readonly [first: number, second: number])[] {
  return (known[count] ??= listNeighbours(count));
}

const known: (readonly (readonly [number, number])[])[] = [];

function listNeighbours(count: number): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let first = 0; first + 1 < count; first += 1) pairs.push([first, first + 1], [first + 1, first]);
  if (count > 2) pairs.push([count - 1, 0], [0, count - 1]);
  return pairs;
}
