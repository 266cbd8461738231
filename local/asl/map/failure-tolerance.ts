import type { MapState } from '../definition.ts';
import { AslError } from '../errors/asl-error.ts';
import { evaluateNumber, type Entry } from '../run/run.ts';

/** Counts the items of failed children and says when a distributed Map has to give up. */
export class FailureTolerance {
  readonly #total: number;
  readonly #count: number;
  readonly #percentage: number;
  #failed = 0;

  constructor(total: number, count: number | undefined, percentage: number | undefined) {
    this.#total = total;
    const isNeitherGiven = count === undefined && percentage === undefined;
    this.#count = isNeitherGiven ? 0 : (count ?? Infinity);
    this.#percentage = percentage ?? Infinity;
  }

  static async of(state: MapState, entry: Entry, total: number): Promise<FailureTolerance> {
    return new FailureTolerance(
      total,
      await evaluateNumber(entry, 'ToleratedFailureCount', state.ToleratedFailureCount),
      await evaluateNumber(entry, 'ToleratedFailurePercentage', state.ToleratedFailurePercentage),
    );
  }

  /** @throws AslError `States.ExceedToleratedFailureThreshold` once more items failed than are tolerated */
  add(failedItems: number): void {
    this.#failed += failedItems;
    const percentage = (this.#failed / this.#total) * 100;
    if (this.#failed <= this.#count && percentage <= this.#percentage) return;
    throw new AslError(
      'States.ExceedToleratedFailureThreshold',
      `The specified tolerated failure threshold was exceeded: ${this.#failed} of ${this.#total} items failed`,
    );
  }
}
