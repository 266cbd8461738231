import { z } from 'zod';
import { RowId } from './query-row.ts';
import type { ResultRow } from './result-row.ts';

const Side = z.object({
  outcome: z.enum(['clear', 'possibleMatch', 'notScreened', 'refused']),
  because: z.string().optional(),
  matches: z
    .array(z.object({ list: z.string(), entryId: z.string(), name: z.string(), score: z.number() }))
    .readonly(),
});
type Side = z.infer<typeof Side>;

const Basis = z.object({ listDigest: z.string(), matcherVersion: z.string(), threshold: z.number() });
export type BacktestBasis = z.infer<typeof Basis>;

const count = z.int().min(0);

/** A party whose answer would be another. */
export const ChangeRow = z.object({
  id: RowId.optional(),
  /** Of the input, counted from 1. */
  line: z.int().min(1),
  /**
   * `new`: a possible match that was none; `gone`: no possible match any more; `changed`: other listed parties, or
   * another outcome without a match.
   */
  change: z.enum(['new', 'gone', 'changed']),
  before: Side,
  after: Side,
});
export type ChangeRow = z.infer<typeof ChangeRow>;

/** The last line. `rescored` are parties whose matches are the same with other scores; they have no line. */
export const TotalRow = z.object({
  change: z.literal('total'),
  rows: count,
  new: count,
  gone: count,
  changed: count,
  rescored: count,
  same: count,
  refused: count,
  before: Basis,
  after: Basis,
});
export type TotalRow = z.infer<typeof TotalRow>;

/** One line of output of `kyc backtest`. */
export const BacktestRow = z.discriminatedUnion('change', [ChangeRow, TotalRow]);
export type BacktestRow = z.infer<typeof BacktestRow>;

export type Change = ChangeRow['change'] | 'rescored' | 'same';

export function changeBetween(before: ResultRow, after: ResultRow): Change {
  const [was, is] = [before.outcome === 'possibleMatch', after.outcome === 'possibleMatch'];
  if (!was && is) return 'new';
  if (was && !is) return 'gone';
  const [one, other] = [sideOf(before), sideOf(after)];
  if (one.outcome !== other.outcome || partiesOf(one) !== partiesOf(other)) return 'changed';
  return JSON.stringify(one.matches) === JSON.stringify(other.matches) ? 'same' : 'rescored';
}

/** What a reader of a change needs of a result. */
export function sideOf(result: ResultRow): Side {
  const because = 'because' in result ? { because: result.because } : {};
  const matches = 'matches' in result ? result.matches : [];
  return {
    outcome: result.outcome,
    ...because,
    matches: matches.map(({ list, entryId, name, score }) => ({ list, entryId, name, score })),
  };
}

function partiesOf({ matches }: Side): string {
  return matches
    .map(({ list, entryId }) => `${list}/${entryId}`)
    .sort()
    .join('\n');
}
