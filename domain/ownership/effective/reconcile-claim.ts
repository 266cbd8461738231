import { add, compare, whole, zero, type Fraction } from '../fraction.ts';
import type { StakeGraph } from './stake-graph.ts';
import type { StatedShare, StatedStake } from './stated-stake.ts';

/**
 * An indirect share as stated beside the one that the chains come to: both are said to be true, so the share lies in
 * both ranges. Where they have nothing in common one of them is wrong, and the share may be either.
 */
export function reconciled(
  { numbers, rows }: StakeGraph,
  solved: StatedShare,
  claims: readonly StatedStake[],
): { readonly share: StatedShare; readonly isContradicted: boolean } {
  const [first] = claims;
  const row = rows[numbers.get(first?.owned ?? '') ?? -1];
  const direct = row?.stakes.find(({ owner }) => owner === numbers.get(first?.owner ?? ''));
  const over = (units = 0n): Fraction => ({ numerator: units, denominator: row?.denominator ?? 1n });
  const stated = (end: 'minimum' | 'maximum', units: bigint | undefined) =>
    claims.reduce((sum, { share }) => add(sum, share[end]), add(zero, over(units)));
  const minimum = stated('minimum', direct?.least);
  const maximum = smaller(stated('maximum', direct?.most), whole);
  const [lowest, highest] = [larger(minimum, solved.minimum), smaller(maximum, solved.maximum)];
  if (compare(lowest, highest) > 0) {
    const share = { minimum: smaller(minimum, solved.minimum), maximum: larger(maximum, solved.maximum) };
    return { share: { ...share, maximumIsExcluded: false }, isContradicted: true };
  }
  const isStatedExcluded =
    direct?.mostIsExcluded === true || claims.some(({ share }) => share.maximumIsExcluded);
  const maximumIsExcluded =
    (solved.maximumIsExcluded && compare(highest, solved.maximum) === 0) ||
    (isStatedExcluded && compare(highest, maximum) === 0);
  return { share: { minimum: lowest, maximum: highest, maximumIsExcluded }, isContradicted: false };
}

function larger(left: Fraction, right: Fraction): Fraction {
  return compare(left, right) >= 0 ? left : right;
}

function smaller(left: Fraction, right: Fraction): Fraction {
  return compare(left, right) <= 0 ? left : right;
}
