import type { EffectiveShare, EffectiveShares } from './effective-shares.ts';
import type { HolderRows } from './holder-rows.ts';
import type { IndirectClaims } from './indirect-claims.ts';
import { lowestTerms } from './ratio.ts';
import { reconciled } from './reconcile-claim.ts';
import type { StakeGraph } from './stake-graph.ts';
import type { StatedShare, StatedStake } from './stated-stake.ts';

interface Bounds {
  readonly least: HolderRows;
  readonly most: HolderRows;
}

/** Solved rows by ids and in lowest terms; fractions are reduced only when they are asked for. */
export function readableShares(
  graph: StakeGraph,
  groups: readonly (readonly number[])[],
  { alone, besideChain, unplaced }: IndirectClaims,
  bounds: Bounds,
): EffectiveShares {
  const idOf = (party: number) => graph.parties[party]?.id ?? '';
  const claimed = new Map<string, StatedStake[]>();
  for (const stake of besideChain) {
    const key = pairKey(stake.owner, stake.owned);
    claimed.set(key, [...(claimed.get(key) ?? []), stake]);
  }
  const shareOf = (holder: string, entity: string): StatedShare | null => {
    const [at, of] = [graph.numbers.get(holder), graph.numbers.get(entity)];
    const share = at === undefined || of === undefined ? null : solvedShare(bounds, at, of);
    if (!share) return null;
    const claims = claimed.get(pairKey(holder, entity));
    return claims ? reconciled(graph, share, claims).share : share;
  };
  return {
    graph,
    shareOf,
    claimedAlone: alone,
    unplacedClaims: unplaced,
    holdersOf(entity) {
      const row = bounds.most.of(graph.numbers.get(entity) ?? -1);
      return [...row.keys()]
        .sort((left, right) => left - right)
        .flatMap((holder): EffectiveShare[] => {
          const share = shareOf(idOf(holder), entity);
          return share ? [{ holder: idOf(holder), ...share }] : [];
        });
    },
    closedCircles: groups.filter((group) => isClosed(graph, group)).map((group) => group.map(idOf)),
    contradictedClaims: [...claimed.values()]
      .filter(([first, ...rest]) => {
        if (!first) return false;
        const share = solvedShare(
          bounds,
          graph.numbers.get(first.owner) ?? -1,
          graph.numbers.get(first.owned) ?? -1,
        );
        return share !== null && reconciled(graph, share, [first, ...rest]).isContradicted;
      })
      .flat(),
  };
}

function pairKey(owner: string, owned: string): string {
  return JSON.stringify([owner, owned]);
}

function solvedShare({ least, most }: Bounds, holder: number, entity: number): StatedShare | null {
  const [lower, upper] = [least.value(entity, holder), most.of(entity).get(holder)];
  if (!upper) return null;
  const maximum = lowestTerms(upper);
  // Where no range is involved both ends are one value.
  const minimum = lower === upper ? maximum : lowestTerms(lower);
  return { minimum, maximum, maximumIsExcluded: upper.isExcluded ?? false };
}

/** A circle of which nobody outside is stated to hold anything, however its ranges turn out. */
function isClosed({ rows }: StakeGraph, group: readonly number[]): boolean {
  const members = new Set(group);
  return (
    group.length > 1 &&
    group.every((entity) => rows[entity]?.stakes.every(({ owner }) => members.has(owner)) ?? true)
  );
}
