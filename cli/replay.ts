import { createScreener } from '../domain/screening/create-screener.ts';
import { matcherVersionWith } from '../domain/screening/index/matcher-version.ts';
import { inStep, type Pair } from './rows/in-step.ts';
import { openInput, type Input } from './rows/open-input.ts';
import { RowProgress } from './rows/row-progress.ts';
import { emptyTally } from './rows/row-tally.ts';
import { splitLines } from './rows/split-lines.ts';
import { lineScreener } from './screening/line-screener.ts';
import { openSearched, type SearchedPlaces } from './screening/open-searched.ts';
import { basisDifferences, readBasis } from './screening/recorded-basis.ts';
import { Replay } from './screening/replay-verdict.ts';
import { shippedWordCounts } from '../adapters/screening/shipped-word-counts.ts';
import { progressOn } from './terminal/progress.ts';

/** Takes a line of what was found. */
export type Say = (line: string) => void;

export interface ReplayOptions extends SearchedPlaces {
  readonly input: string;
}

/**
 * `kyc replay`: screens the same input again and compares with what was recorded, byte for byte. 0 the same, 1 not, 2
 * when lists, matcher or index are others than the recorded ones, so that nothing could be told.
 * @throws CouldNotTellError when a file cannot be read, or the results are none
 */
export async function replay(
  results: string,
  { input, ...places }: ReplayOptions,
  say: Say,
): Promise<0 | 1 | 2> {
  const progress = progressOn(process.stderr);
  const rows = new RowProgress(progress, { hasBar: process.stderr.isTTY });
  const basis = await readBasis(results);
  const matcherVersion = matcherVersionWith(shippedWordCounts);
  // Before an index is opened: one of another matcher may not even be readable here.
  if (basis.matcherVersion !== matcherVersion)
    return couldNotTell(basisDifferences(basis, { ...basis, matcherVersion }), say);
  const [recorded, source] = [await openInput(results), await openInput(input)];
  const { index } = openSearched({ ...places, writes: false }, (line) => {
    progress.note(line);
  });
  const screener = createScreener(index, { threshold: basis.threshold });
  const differences = basisDifferences(basis, screener);
  if (differences.length > 0) return couldNotTell(differences, say);
  const verdict = new Replay(lineScreener(screener, emptyTally()), basis);
  for await (const pairs of pairsOf(recorded, source, rows)) {
    for (const pair of pairs) verdict.take(pair);
    rows.done(pairs.length);
  }
  progress.end();
  progress.note(`replayed  ${rows.summary}`);
  verdict.lines.forEach(say);
  return verdict.answer;
}

function pairsOf(recorded: Input, source: Input, rows: RowProgress): AsyncGenerator<readonly Pair[]> {
  return inStep(
    splitLines(recorded.chunks),
    splitLines(rows.watch(source, `screening ${source.name} again`)),
  );
}

function couldNotTell(differences: readonly string[], say: Say): 2 {
  for (const line of differences) say(`COULD NOT TELL: ${line}`);
  return 2;
}
