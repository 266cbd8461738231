import { HistoryFull } from '../errors/interruption.ts';
import type { Json } from '../json.ts';

export interface HistoryEvent {
  /** As GetExecutionHistory names it: `TaskStateEntered`, `LambdaFunctionFailed`, … */
  readonly type: string;
  /** The members of the event's `…EventDetails`. */
  readonly details: Readonly<Record<string, Json>>;
}

export interface Journal {
  /**
   * Writes an event down and returns its number.
   * @throws HistoryFull when only the last place is left, which belongs to the event that ends the execution
   */
  record(event: HistoryEvent, previousEventId: number): number;
}

/** Execution history size of a Standard execution (Step Functions service quotas). */
export const maxHistoryEvents = 25_000;

/** Counts the events of a distributed Map's child, whose history nobody reads. */
export function countingJournal(): Journal {
  let count = 0;
  return {
    record: () => {
      if (count >= maxHistoryEvents - 1) throw new HistoryFull();
      count += 1;
      return count;
    },
  };
}
