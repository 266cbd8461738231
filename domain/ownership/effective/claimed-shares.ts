import type { ClaimedShares } from './holder-rows.ts';
import { overCommonDenominator, type Ratio } from './ratio.ts';
import type { StakeGraph } from './stake-graph.ts';
import type { StatedStake } from './stated-stake.ts';

/** Indirect shares that nothing else tells: what each is at least, and at most. */
export function claimedShares(
  { numbers }: StakeGraph,
  alone: readonly StatedStake[],
): [least: ClaimedShares, most: ClaimedShares] {
  const [least, most] = [new Map<number, Map<number, Ratio>>(), new Map<number, Map<number, Ratio>>()];
  for (const { owner, owned, share } of alone) {
    const [holder, entity] = [numbers.get(owner) ?? -1, numbers.get(owned) ?? -1];
    put(least, entity, holder, share.minimum);
    put(most, entity, holder, { ...share.maximum, isExcluded: share.maximumIsExcluded });
  }
  return [least, most];
}

function put(shares: Map<number, Map<number, Ratio>>, entity: number, holder: number, share: Ratio): void {
  const row = shares.get(entity) ?? new Map<number, Ratio>();
  const known = row.get(holder) ?? { numerator: 0n, denominator: 1n };
  const { numerators, denominator } = overCommonDenominator([known, share]);
  const numerator = numerators.reduce((sum, each) => sum + each, 0n);
  const isExcluded = Boolean(known.isExcluded) || Boolean(share.isExcluded);
  row.set(holder, { numerator, denominator, isExcluded });
  shares.set(entity, row);
}
