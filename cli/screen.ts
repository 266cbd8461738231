import { createScreener } from '../domain/screening/create-screener.ts';
import { openInput, type Input } from './rows/open-input.ts';
import { RowProgress } from './rows/row-progress.ts';
import { addTally, emptyTally, tallyLines, type RowTally } from './rows/row-tally.ts';
import { splitLines } from './rows/split-lines.ts';
import { writeOutput } from './rows/write-output.ts';
import { openSearched, type Searched, type SearchedPlaces } from './screening/open-searched.ts';
import { batchScreener, screenBatches, type ScreenBatch } from './screening/screen-batches.ts';
import { ScreeningThreads } from './screening/screening-threads.ts';
import { shippedProviderPolicy } from './shipped-data.ts';
import { progressOn } from './terminal/progress.ts';

export interface ScreenOptions extends SearchedPlaces {
  readonly input: string;
  readonly out?: string;
  /** 0 to 1; the shipped policy's where left out. */
  readonly threshold?: number;
  /** Threads to screen on; this one alone where left out. */
  readonly workers?: number;
}

/**
 * `kyc screen`: one result for each line that is not empty, in the order of the input. 1 when a line was refused.
 * @throws CouldNotTellError when lists, index or input cannot be read, or the output not written
 */
export async function screen({ input, out, threshold, workers, ...places }: ScreenOptions): Promise<0 | 1> {
  const progress = progressOn(process.stderr);
  const rows = new RowProgress(progress, { hasBar: process.stderr.isTTY });
  const source = await openInput(input);
  const searched = openSearched(places, (line) => {
    progress.note(line);
  });
  const bench = workbench(searched, threshold ?? shippedProviderPolicy().matcher.threshold, workers ?? 1);
  const tally = emptyTally();
  try {
    await writeOutput(resultsOf(source, rows, bench, tally), out, [input]);
  } finally {
    await bench.end();
  }
  progress.end();
  for (const line of [...tallyLines(tally, source.name), outcomeLine(tally, rows)]) progress.note(line);
  return tally.outcomes.refused === undefined ? 0 : 1;
}

interface Workbench {
  readonly screenBatch: ScreenBatch;
  /** Batches under way. Two per thread, so that none waits for the next. */
  readonly atOnce: number;
  end(): Promise<void>;
}

function workbench({ bytes, index }: Searched, threshold: number, workers: number): Workbench {
  if (workers === 1) {
    const screenBatch = batchScreener(createScreener(index, { threshold }));
    return { screenBatch, atOnce: 1, end: () => Promise.resolve() };
  }
  const threads = new ScreeningThreads(workers, { bytes, threshold });
  return { screenBatch: threads.screenBatch, atOnce: 2 * workers, end: () => threads.end() };
}

async function* resultsOf(
  source: Input,
  rows: RowProgress,
  { screenBatch, atOnce }: Workbench,
  sum: RowTally,
): AsyncGenerator<string> {
  const batches = splitLines(rows.watch(source, `screening ${source.name}`));
  for await (const { text, rows: count, tally } of screenBatches(batches, screenBatch, atOnce)) {
    addTally(sum, tally);
    rows.done(count);
    yield text;
  }
}

function outcomeLine({ outcomes }: RowTally, rows: RowProgress): string {
  const { clear = 0, possibleMatch = 0, notScreened = 0, refused = 0 } = outcomes;
  const counts = `${clear} clear, ${possibleMatch} possible matches, ${notScreened} not screened, ${refused} refused`;
  return `screened  ${counts}; ${rows.summary}`;
}
