import { createScreener } from '../../domain/screening/create-screener.ts';
import type { BacktestBasis } from '../../domain/screening/rows/backtest-row.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import { emptyTally, type RowTally } from '../rows/row-tally.ts';
import { providerPolicyIn, shippedProviderPolicy } from '../shipped-data.ts';
import { lineScreener } from './line-screener.ts';
import { openSearched, type Searched, type SearchedPlaces } from './open-searched.ts';
import { recordedAnswers, type Answer } from './recorded-answers.ts';
import { readBasis } from './recorded-basis.ts';

/** What to compare with what. */
export interface Trial extends SearchedPlaces {
  /** The threshold to try. */
  readonly threshold?: number;
  /** A provider pack whose threshold is the one to try. */
  readonly policy?: string;
  /** The folder of lists to try. */
  readonly against?: string;
  /** Results of an earlier run that stand for the present; what else is given is then what is tried. */
  readonly present?: string;
}

export interface Side {
  readonly basis: BacktestBasis;
  readonly answer: Answer;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/**
 * @param tally counts what the tried side answers
 * @throws CouldNotTellError when both sides would be the same, or what they need cannot be read
 */
export async function backtestSides(
  trial: Trial,
  tally: RowTally,
  note: (line: string) => void,
): Promise<Sides> {
  const { lists, index, against, present } = trial;
  refuseUsage(trial);
  const recorded = present === undefined ? null : await readBasis(present);
  const now = recorded?.threshold ?? shippedProviderPolicy().matcher.threshold;
  const tried = triedThreshold(trial) ?? now;
  const places = { ...(lists === undefined ? {} : { lists }), ...(index === undefined ? {} : { index }) };
  const searched = openSearched(places, note);
  if (present !== undefined && recorded !== null) {
    const before = { basis: basisOf(recorded), answer: recordedAnswers(present, recorded) };
    return { before, after: screened(searched, tried, tally) };
  }
  const other = against === undefined ? searched : openSearched({ lists: against }, note);
  return { before: screened(searched, now, emptyTally()), after: screened(other, tried, tally) };
}

function refuseUsage({ threshold, policy, against, present }: Trial): void {
  if ([threshold, policy, against, present].every((each) => each === undefined)) {
    throw new CouldNotTellError(
      'nothing to try: give --threshold, --policy or --against, or --present with the results of an earlier run',
    );
  }
  if (against !== undefined && present !== undefined) {
    throw new CouldNotTellError(
      '--present stands for the present: give the lists to try with --lists, not --against',
    );
  }
}

function triedThreshold({ threshold, policy }: Trial): number | undefined {
  return threshold ?? (policy === undefined ? undefined : providerPolicyIn(policy).matcher.threshold);
}

function screened({ index }: Searched, threshold: number, tally: RowTally): Side {
  const screener = createScreener(index, { threshold });
  return { basis: basisOf(screener), answer: lineScreener(screener, tally) };
}

function basisOf({ listDigest, matcherVersion, threshold }: BacktestBasis): BacktestBasis {
  return { listDigest, matcherVersion, threshold };
}
