import { QueryRow } from '../../domain/screening/rows/query-row.ts';
import type { ResultRow } from '../../domain/screening/rows/result-row.ts';
import { screenRow } from '../../domain/screening/rows/screen-row.ts';
import type { Screener } from '../../domain/screening/screening.ts';
import { readRow } from '../rows/read-row.ts';
import { countNotUsed, countOutcome, countRefusal, type RowTally } from '../rows/row-tally.ts';
import type { Line } from '../rows/split-lines.ts';

/** One result for one line; a line that breaks the schema has a result that says so. */
export type ScreenLine = (line: Line) => ResultRow;

export function lineScreener(screener: Screener, tally: RowTally): ScreenLine {
  return (line) => {
    const read = readRow(QueryRow, line);
    if ('outcome' in read) {
      countRefusal(tally, read);
      return read;
    }
    for (const pointer of read.notUsed) countNotUsed(tally, pointer);
    const result = screenRow(screener, read.row, (pointer) => {
      countNotUsed(tally, pointer);
    });
    countOutcome(tally, result.outcome);
    return result;
  };
}
