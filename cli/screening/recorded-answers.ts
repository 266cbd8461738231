import type { BacktestBasis } from '../../domain/screening/rows/backtest-row.ts';
import { ResultRow } from '../../domain/screening/rows/result-row.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import type { Line } from '../rows/split-lines.ts';
import { recordedBasis } from './recorded-basis.ts';

/** One answer of the two that a backtest compares. @param recorded the line of the recorded results, where there are any */
export type Answer = (line: Line, recorded: Line | null) => ResultRow;

/** Answers with what an earlier run has written. @throws CouldNotTellError when it is not of this line or this run */
export function recordedAnswers(results: string, basis: BacktestBasis): Answer {
  return (line, recorded) => {
    const result = recorded && 'text' in recorded ? resultIn(recorded.text) : null;
    if (recorded === null || result === null) {
      throw new CouldNotTellError(
        `${results}: expected a result for input line ${line.number}, found ${recorded === null ? 'none' : `none in line ${recorded.number}`}`,
      );
    }
    const own = recordedBasis(recorded);
    if (own && own.threshold !== basis.threshold) {
      throw new CouldNotTellError(
        `${results} line ${recorded.number}: expected the threshold ${basis.threshold} of the first result, found ${own.threshold}: take the results of one run`,
      );
    }
    if ('text' in line && idIn(line.text) !== idIn(JSON.stringify(result))) {
      throw new CouldNotTellError(
        `${results} line ${recorded.number} and input line ${line.number} have different ids: give the input that was screened`,
      );
    }
    return result;
  };
}

function resultIn(text: string): ResultRow | null {
  return ResultRow.safeParse(parsed(text)).data ?? null;
}

function idIn(text: string): unknown {
  const value = parsed(text);
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  // Of a refused row the result repeats no id that is none.
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
