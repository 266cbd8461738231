import { createScreener } from '../domain/screening/create-screener.ts';
import { openInput, type Input } from './rows/open-input.ts';
import { RowProgress } from './rows/row-progress.ts';
import { emptyTally, tallyLines, type RowTally } from './rows/row-tally.ts';
import { splitLines } from './rows/split-lines.ts';
import { writeOutput } from './rows/write-output.ts';
import { lineScreener, type ScreenLine } from './screening/line-screener.ts';
import { openSearched, type SearchedPlaces } from './screening/open-searched.ts';
import { shippedProviderPolicy } from './shipped-data.ts';
import { progressOn } from './terminal/progress.ts';

export interface ScreenOptions extends SearchedPlaces {
  readonly input: string;
  readonly out?: string;
  /** 0 to 1; the shipped policy's where left out. */
  readonly threshold?: number;
}

/**
 * `kyc screen`: one result for each line that is not empty, in the order of the input. 1 when a line was refused.
 * @throws CouldNotTellError when lists, index or input cannot be read, or the output not written
 */
export async function screen({ input, out, threshold, ...places }: ScreenOptions): Promise<0 | 1> {
  const progress = progressOn(process.stderr);
  const rows = new RowProgress(progress, { hasBar: process.stderr.isTTY });
  const source = await openInput(input);
  const { index } = openSearched(places, (line) => {
    progress.note(line);
  });
  const tally = emptyTally();
  const screener = createScreener(index, {
    threshold: threshold ?? shippedProviderPolicy().matcher.threshold,
  });
  await writeOutput(resultsOf(source, rows, lineScreener(screener, tally)), out, [input]);
  progress.end();
  for (const line of [...tallyLines(tally, source.name), outcomeLine(tally, rows)]) progress.note(line);
  return tally.outcomes.refused === undefined ? 0 : 1;
}

async function* resultsOf(source: Input, rows: RowProgress, screenLine: ScreenLine): AsyncGenerator<string> {
  for await (const lines of splitLines(rows.watch(source, `screening ${source.name}`))) {
    if (lines.length === 0) continue;
    yield lines.map((line) => `${JSON.stringify(screenLine(line))}\n`).join('');
    rows.done(lines.length);
  }
}

function outcomeLine({ outcomes }: RowTally, rows: RowProgress): string {
  const { clear = 0, possibleMatch = 0, notScreened = 0, refused = 0 } = outcomes;
  const counts = `${clear} clear, ${possibleMatch} possible matches, ${notScreened} not screened, ${refused} refused`;
  return `screened  ${counts}; ${rows.summary}`;
}
