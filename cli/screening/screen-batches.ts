import type { Screener } from '../../domain/screening/screening.ts';
import { emptyTally, type RowTally } from '../rows/row-tally.ts';
import type { Line } from '../rows/split-lines.ts';
import { lineScreener } from './line-screener.ts';

/** The results of some lines, in their order, each with its end, and what is to be told of them. */
export interface ScreenedBatch {
  readonly text: string;
  readonly rows: number;
  readonly tally: RowTally;
}

export type ScreenBatch = (lines: readonly Line[]) => ScreenedBatch | Promise<ScreenedBatch>;

export function batchScreener(screener: Screener): (lines: readonly Line[]) => ScreenedBatch {
  return (lines) => {
    const tally = emptyTally();
    const screenLine = lineScreener(screener, tally);
    const text = lines.map((line) => `${JSON.stringify(screenLine(line))}\n`).join('');
    return { text, rows: lines.length, tally };
  };
}

/**
 * Screens batches, some of them at once, and gives their results in the order of the batches.
 * @param atOnce bounds what is read before it is written, and with it the memory
 */
export async function* screenBatches(
  batches: AsyncIterable<readonly Line[]>,
  screenBatch: ScreenBatch,
  atOnce: number,
): AsyncGenerator<ScreenedBatch> {
  const waiting: (ScreenedBatch | Promise<ScreenedBatch>)[] = [];
  for await (const lines of batches) {
    if (lines.length > 0) waiting.push(screenBatch(lines));
    const first = waiting.length >= atOnce ? waiting.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const rest of waiting) yield await rest;
}
