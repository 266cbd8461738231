import { unmatchedShare } from '../alignment/score-alignment.ts';

/** A hair's breadth for the order in which the same numbers were added up. */
const hair = 1e-9;

/**
 * When a name can reach a floor. The score is what the pairs are worth as a share of the weights matched and of shares of those that
 * are not; a listed word weighs at least what it is worth. Taken apart, each word found gains the name something
 * towards a need that is known before the search, and the weight of the name's own words adds to that need.
 */
export class Reach {
  readonly #floor: number;

  constructor(floor: number) {
    this.#floor = Math.max(0, floor - hair);
  }

  /** What a name gains by a word of so much worth, and by a weight of the query that is not missing any more. */
  gainOf(worth: number, queryWeight: number): number {
    return this.gainWithoutName(worth, queryWeight) + this.needOfListed * worth;
  }

  /** The same, less what the listed word itself adds to the need: what is left whatever the name is. */
  gainWithoutName(worth: number, queryWeight: number): number {
    return (1 - this.#floor) * worth + this.needOfQuery(queryWeight);
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
