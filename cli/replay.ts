import { createScreener } from '../domain/screening/create-screener.ts';
import { inStep, type Pair } from './rows/in-step.ts';
import { openInput, type Input } from './rows/open-input.ts';
import { RowProgress } from './rows/row-progress.ts';
import { emptyTally } from './rows/row-tally.ts';
import { splitLines } from './rows/split-lines.ts';
import { lineScreener } from './screening/line-screener.ts';
import { openSearched, type SearchedPlaces } from './screening/open-searched.ts';
import { basisDifferences, readBasis } from './screening/recorded-basis.ts';
import { Replay } from './screening/replay-verdict.ts';
import { progressOn } from './terminal/progress.ts';

export interface ReplayOptions extends SearchedPlaces {
  readonly input: string;
}

/**
 * `kyc replay`: screens the same input again and compares with what was recorded, byte for byte. 0 the same, 1 not, 2
 * when lists, matcher or index are others than the recorded ones, so that nothing could be told.
 * @throws CouldNotTellError when a file cannot be read, or the results are none
 */
export async function replay(results: string, { input, ...places }: ReplayOptions): Promise<0 | 1 | 2> {
  const progress = progressOn(process.stderr);
  const rows = new RowProgress(progress, { hasBar: process.stderr.isTTY });
  const basis = await readBasis(results);
  const [recorded, source] = [await openInput(results), await openInput(input)];
  const { index } = openSearched(places, (line) => {
    progress.note(line);
  });
  const screener = createScreener(index, { threshold: basis.threshold });
  const differences = basisDifferences(basis, screener);
  if (differences.length > 0) return couldNotTell(differences);
  const verdict = new Replay(lineScreener(screener, emptyTally()), basis);
  for await (const pairs of pairsOf(recorded, source, rows)) {
    for (const pair of pairs) verdict.take(pair);
    rows.done(pairs.length);
  }
  progress.end();
  progress.note(`replayed  ${rows.summary}`);
  process.stdout.write(verdict.lines.map((line) => `${line}\n`).join(''));
  return verdict.answer;
}

function pairsOf(recorded: Input, source: Input, rows: RowProgress): AsyncGenerator<readonly Pair[]> {
  return inStep(
    splitLines(recorded.chunks),
    splitLines(rows.watch(source, `screening ${source.name} again`)),
  );
}

function couldNotTell(differences: readonly string[]): 2 {
  process.stdout.write(differences.map((line) => `COULD NOT TELL: ${line}\n`).join(''));
  return 2;
}
