import { rowComparer, type CompareRow } from '../domain/screening/rows/compare-row.ts';
import { PairRow } from '../domain/screening/rows/query-row.ts';
import type { ComparisonRow } from '../domain/screening/rows/result-row.ts';
import { wordWeightsBy } from '../domain/screening/words/word-weights.ts';
import { openInput } from './rows/open-input.ts';
import { readRow } from './rows/read-row.ts';
import { RowProgress } from './rows/row-progress.ts';
import {
  countNotUsed,
  countOutcome,
  countRefusal,
  emptyTally,
  tallyLines,
  type RowTally,
} from './rows/row-tally.ts';
import { splitLines, type Line } from './rows/split-lines.ts';
import { writeOutput } from './rows/write-output.ts';
import { shippedWordCounts } from '../adapters/screening/shipped-word-counts.ts';
import { progressOn } from './terminal/progress.ts';

export interface CompareOptions {
  readonly input: string;
  readonly out?: string;
}

/**
 * `kyc compare`: how much alike the two parties of each line are, without any list. 1 when a line was refused.
 * @throws CouldNotTellError when the input cannot be read, or the output not written
 */
export async function compare({ input, out }: CompareOptions): Promise<0 | 1> {
  const progress = progressOn(process.stderr);
  const rows = new RowProgress(progress, { hasBar: process.stderr.isTTY });
  const source = await openInput(input);
  const compareRow = rowComparer(wordWeightsBy(shippedWordCounts));
  const tally = emptyTally();
  const texts = async function* () {
    for await (const lines of splitLines(rows.watch(source, `comparing ${source.name}`))) {
      if (lines.length === 0) continue;
      yield lines.map((line) => `${JSON.stringify(comparison(line, compareRow, tally))}\n`).join('');
      rows.done(lines.length);
    }
  };
  await writeOutput(texts(), out, [input]);
  progress.end();
  for (const line of [...tallyLines(tally, source.name), `compared  ${rows.summary}`]) progress.note(line);
  return tally.outcomes.refused === undefined ? 0 : 1;
}

function comparison(line: Line, compareRow: CompareRow, tally: RowTally): ComparisonRow {
  const read = readRow(PairRow, line);
  if ('outcome' in read) {
    countRefusal(tally, read);
    return read;
  }
  countOutcome(tally, 'compared');
  for (const pointer of read.notUsed) countNotUsed(tally, pointer);
  return compareRow(read.row, (pointer) => {
    countNotUsed(tally, pointer);
  });
}
