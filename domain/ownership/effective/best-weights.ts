import { overCommonDenominator, type Ratio } from './ratio.ts';
import type { StakeRow } from './stake-graph.ts';

/** A choice of direct shares within their ranges, of which an entity's owners cannot hold more than the whole. */
export interface Weights {
  /** Parallel to the stakes of the row, in its units. */
  readonly weights: readonly bigint[];
  /** The row's denominator. */
  readonly denominator: bigint;
  /** What the choice comes to; excluded where it can only be approached. */
  readonly value: Ratio;
}

/** @param values what each of the row's owners is worth, parallel to its stakes */
export function leastWeights({ stakes, denominator }: StakeRow, values: readonly Ratio[]): Weights {
  return weighted(
    stakes.map(({ least }) => least),
    denominator,
    values,
  );
}

/**
 * The choice that is worth most: every owner has the least share, and what is left goes to owners in the order of their
 * worth, as far as their ranges let it. No other choice is worth more, since moving a part to another owner would move
 * it to one worth no more. Owners worth nothing may be left out of the row, as long as its room is that of all.
 */
export function bestWeights(row: StakeRow, values: readonly Ratio[]): Weights {
  const { stakes, denominator } = row;
  const { numerators } = overCommonDenominator(values);
  const weights = stakes.map(({ least }) => least);
  let room = row.room;
  // Of two of equal worth the one that is attained comes first.
  const order = [...stakes.keys()].sort(
    (left, right) =>
      descending(numerators[left], numerators[right]) ||
      Number(values[left]?.isExcluded ?? false) - Number(values[right]?.isExcluded ?? false),
  );
  for (const at of order) {
    const { least = 0n, most = 0n } = stakes[at] ?? {};
    const given = most - least < room ? most - least : room;
    weights[at] = least + given;
    room -= given;
  }
  // What a part taken from a range's excluded end would be worth elsewhere: nothing where nobody may have more.
  const spare = stakes.flatMap(({ most }, at) => (most > (weights[at] ?? 0n) ? [numerators[at] ?? 0n] : []));
  const elsewhere = spare.reduce((best, worth) => (worth > best ? worth : best), 0n);
  const chosen = weighted(weights, denominator, values);
  const isExcluded = stakes.some(
    ({ most, mostIsExcluded }, at) =>
      mostIsExcluded && weights[at] === most && (numerators[at] ?? 0n) > elsewhere,
  );
  return isExcluded ? { ...chosen, value: { ...chosen.value, isExcluded } } : chosen;
}

function weighted(weights: readonly bigint[], denominator: bigint, values: readonly Ratio[]): Weights {
  const common = overCommonDenominator(values);
  let [numerator, isExcluded] = [0n, false];
  weights.forEach((weight, at) => {
    const worth = common.numerators[at] ?? 0n;
    if (weight === 0n || worth === 0n) return;
    numerator += weight * worth;
    isExcluded ||= values[at]?.isExcluded ?? false;
  });
  const value = { numerator, denominator: denominator * common.denominator };
  return { weights, denominator, value: isExcluded ? { ...value, isExcluded } : value };
}

function descending(left = 0n, right = 0n): number {
  return left < right ? 1 : left > right ? -1 : 0;
}
