import {
  changeBetween,
  sideOf,
  type BacktestBasis,
  type BacktestRow,
  type TotalRow,
} from '../../domain/screening/rows/backtest-row.ts';
import type { ResultRow } from '../../domain/screening/rows/result-row.ts';

type Counts = Omit<TotalRow, 'change' | 'before' | 'after'>;

/** Compares the answers row by row, and counts. */
export class BacktestReport {
  readonly #counts: Record<keyof Counts, number> = {
    ...{ rows: 0, new: 0, gone: 0, changed: 0, rescored: 0, same: 0, refused: 0 },
  };

  /** `null` for a row that would not change. */
  compare(line: number, before: ResultRow, after: ResultRow): BacktestRow | null {
    this.#counts.rows += 1;
    if (before.outcome === 'refused' && after.outcome === 'refused') {
      this.#counts.refused += 1;
      return null;
    }
    const change = changeBetween(before, after);
    this.#counts[change] += 1;
    if (change === 'same' || change === 'rescored') return null;
    const id = after.id === undefined ? {} : { id: after.id };
    return { ...id, line, change, before: sideOf(before), after: sideOf(after) };
  }

  get summary(): string {
    const { new: added, gone, changed } = this.#counts;
    return `${added} new, ${gone} gone, ${changed} changed`;
  }

  total(before: BacktestBasis, after: BacktestBasis): TotalRow {
    return { change: 'total', ...this.#counts, before, after };
  }
}
