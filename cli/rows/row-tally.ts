import type { RefusedRow } from '../../domain/screening/rows/result-row.ts';

/** Lines named on standard error; the others stand in the output alone. */
const mostNamed = 20;
/** Keys are written by others: there may be as many as rows. */
const mostKeys = 20;

/** What is to be told of a run besides its rows. Plain data, so that it may come from another thread. */
export interface RowTally {
  readonly outcomes: Record<string, number>;
  /** Member of the input → rows in which it was not understood or not used. */
  readonly notUsed: Record<string, number>;
  readonly refusals: RefusedRow[];
}

export function emptyTally(): RowTally {
  return { outcomes: bare(), notUsed: bare(), refusals: [] };
}

/** A key may be called `__proto__`. */
function bare(): Record<string, number> {
  return Object.create(null) as Record<string, number>;
}

export function countOutcome({ outcomes }: RowTally, outcome: string, times = 1): void {
  outcomes[outcome] = (outcomes[outcome] ?? 0) + times;
}

export function countNotUsed({ notUsed }: RowTally, member: string, times = 1): void {
  const key = member.slice(0, 64);
  if (key in notUsed || Object.keys(notUsed).length < mostKeys) notUsed[key] = (notUsed[key] ?? 0) + times;
}

export function countRefusal(tally: RowTally, refusal: RefusedRow): void {
  countOutcome(tally, 'refused');
  if (tally.refusals.length < mostNamed) tally.refusals.push(refusal);
}

export function addTally(sum: RowTally, part: RowTally): void {
  for (const [outcome, times] of Object.entries(part.outcomes)) countOutcome(sum, outcome, times);
  for (const [member, times] of Object.entries(part.notUsed)) countNotUsed(sum, member, times);
  sum.refusals.push(...part.refusals.slice(0, mostNamed - sum.refusals.length));
}

/** For standard error. */
export function tallyLines({ outcomes, notUsed, refusals }: RowTally, input: string): string[] {
  const more = (outcomes.refused ?? 0) - refusals.length;
  return [
    ...refusals.map(({ line, because }) => `refused   ${input} line ${line}: ${because}`),
    ...(more > 0 ? [`refused   ${more} lines more; the output has them all`] : []),
    ...Object.entries(notUsed).map(([member, rows]) => `not used  ${member} in ${rows} rows`),
  ];
}
