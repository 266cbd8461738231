import { unmatchedShare } from '../alignment/score-alignment.ts';

/** A hair's breadth for the order in which the same numbers were added up. */
export const hair = 1e-9;

/**
 * When a name can reach a floor: points >= floor * (points + lost), where what is lost is a share of the weights that were not found.
 * Taken apart, each word found gains the name something towards a need that is known before the search.
 */
export class Reach {
  readonly #floor: number;

  constructor(floor: number) {
    this.#floor = Math.max(0, floor - hair);
  }

  /** What a name gains by points, and by weights that are not missing any more, on either side. */
  gainOf(points: number, queryWeight: number, listedWeight: number): number {
    return (
      (1 - this.#floor) * points +
      this.#floor * (unmatchedShare.query * queryWeight + unmatchedShare.listed * listedWeight)
    );
  }

  /** What a query that weighs so much needs of every name. */
  needOfQuery(weight: number): number {
    return this.#floor * unmatchedShare.query * weight;
  }

  /** For each unit of a name's weight. */
  get needOfListed(): number {
    return this.#floor * unmatchedShare.listed;
  }
}
