import { measureHit, type MeasureContext } from './apply-measures.ts';
import type { MeasuredAccount } from './measured-account.ts';
import type { HitReason } from './party-hit.ts';
import type { SpecialMeasure } from './special-measure.ts';

/** One account that a measure would hit, or may hit, once it is in effect. */
export interface ImpactRow {
  readonly account: string;
  readonly measure: string;
  readonly outcome: 'hit' | 'mayBeHit';
  readonly effect: SpecialMeasure['effect'];
  readonly reasons: readonly HitReason[];
}

export interface Impact {
  readonly measure: string;
  readonly counts: { readonly accounts: number; readonly hit: number; readonly mayBeHit: number };
  readonly rows: readonly ImpactRow[];
}

/** Null for an account that the measure does not mean. Days play no part: this is asked before a measure takes effect. */
export function impactOn(
  account: MeasuredAccount,
  measure: SpecialMeasure,
  context: MeasureContext,
): ImpactRow | null {
  const { isHit, reasons } = measureHit(account, measure, context);
  if (isHit === false) return null;
  const outcome = isHit ? 'hit' : 'mayBeHit';
  return { account: account.id, measure: measure.id, outcome, effect: measure.effect, reasons };
}

/** Whom a measure would hit: a dry run over accounts. */
export function impactOf(
  measure: SpecialMeasure,
  accounts: readonly MeasuredAccount[],
  context: MeasureContext,
): Impact {
  const rows = accounts.flatMap((account) => impactOn(account, measure, context) ?? []);
  const hit = rows.filter(({ outcome }) => outcome === 'hit').length;
  return {
    measure: measure.id,
    counts: { accounts: accounts.length, hit, mayBeHit: rows.length - hit },
    rows,
  };
}
