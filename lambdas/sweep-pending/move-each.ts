import { noteTrouble } from '../runtime/observability.ts';
import { withholdDetails } from '../runtime/withhold-details.ts';

export interface Limits {
  readonly isTimeLeft: () => boolean;
  /** After so many failures without a success between them the rest is not tried, only counted. */
  readonly failuresInARow?: number;
}

export interface Moved {
  readonly done: number;
  readonly failed: number;
  /** Seen, but not tried. */
  readonly left: number;
  /** The time was up; there may be more than was seen. */
  readonly isCut: boolean;
}

/** Moves one item after the other. A failure is logged and counted, and the next item is tried. */
export async function moveEach<T>(
  items: AsyncIterable<T>,
  move: (item: T) => Promise<void>,
  { isTimeLeft, failuresInARow = Infinity }: Limits,
): Promise<Moved> {
  const moved = { done: 0, failed: 0, left: 0, isCut: false };
  let inARow = 0;
  for await (const item of items) {
    if (!isTimeLeft()) return { ...moved, left: moved.left + 1, isCut: true };
    if (inARow >= failuresInARow) {
      moved.left += 1;
      continue;
    }
    try {
      await move(item);
      moved.done += 1;
      inARow = 0;
    } catch (error) {
      moved.failed += 1;
      inARow += 1;
      const { name, message } = withholdDetails(error);
      noteTrouble('FUNCTION_FAILED', { error: name, detail: message });
    }
  }
  return moved;
}
