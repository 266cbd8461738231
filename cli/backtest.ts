import { CouldNotTellError } from './outcome-errors.ts';
import { openInput, type Input } from './rows/open-input.ts';
import { inStep } from './rows/in-step.ts';
import { RowProgress } from './rows/row-progress.ts';
import { emptyTally, tallyLines } from './rows/row-tally.ts';
import { splitLines, type Line } from './rows/split-lines.ts';
import { writeOutput } from './rows/write-output.ts';
import { BacktestReport } from './screening/backtest-report.ts';
import { backtestSides, type Sides, type Trial } from './screening/backtest-sides.ts';
import { progressOn } from './terminal/progress.ts';

export interface BacktestOptions extends Trial {
  readonly input: string;
  readonly out?: string;
}

interface Inputs {
  readonly source: Input;
  /** Recorded results that stand for the present. */
  readonly recorded: Input | null;
}

/**
 * `kyc backtest`: who would be answered otherwise under another threshold, other lists or this matcher. Switches nothing
 * on. 1 when a line was refused.
 * @throws CouldNotTellError when there is nothing to compare, or a file cannot be read
 */
export async function backtest({ input, out, ...trial }: BacktestOptions): Promise<0 | 1> {
  const progress = progressOn(process.stderr);
  const note = (line: string) => {
    progress.note(line);
  };
  const rows = new RowProgress(progress, { hasBar: process.stderr.isTTY });
  const { present } = trial;
  const inputs = {
    source: await openInput(input),
    recorded: present === undefined ? null : await openInput(present),
  };
  const tally = emptyTally();
  const sides = await backtestSides(trial, tally, note);
  const report = new BacktestReport();
  await writeOutput(changesBetween(sides, inputs, rows, report), out, [input, ...(present ? [present] : [])]);
  progress.end();
  tallyLines(tally, inputs.source.name).forEach(note);
  note(`backtest  ${report.summary}; ${rows.summary}. Nothing was switched on`);
  return tally.outcomes.refused === undefined ? 0 : 1;
}

async function* changesBetween(
  { before, after }: Sides,
  { source, recorded }: Inputs,
  rows: RowProgress,
  report: BacktestReport,
): AsyncGenerator<string> {
  const lines = splitLines(rows.watch(source, `screening ${source.name} twice`));
  for await (const pairs of inStep(lines, recorded === null ? none() : splitLines(recorded.chunks))) {
    const changes = pairs.flatMap(([line, result]) => {
      if (line === null) throw beyondInput(result);
      const change = report.compare(line.number, before.answer(line, result), after.answer(line, null));
      return change === null ? [] : [`${JSON.stringify(change)}\n`];
    });
    rows.done(pairs.length);
    if (changes.length > 0) yield changes.join('');
  }
  yield `${JSON.stringify(report.total(before.basis, after.basis))}\n`;
}

function beyondInput(result: Line | null): CouldNotTellError {
  return new CouldNotTellError(
    `recorded line ${result?.number ?? 'unknown'} belongs to no line of the input: give the input that was screened`,
  );
}

async function* none(): AsyncGenerator<never> {
  // No recorded results.
}
