import { groupsInOrder } from './circle/circles.ts';
import { claimedShares } from './claimed-shares.ts';
import { indirectClaims } from './indirect-claims.ts';
import { readableShares } from './readable-shares.ts';
import { solveLeast } from './solve-least.ts';
import { solveMost } from './solve-most.ts';
import { stakeGraph, type StakeGraph } from './stake-graph.ts';
import type { StatedNetwork, StatedShare, StatedStake } from './stated-stake.ts';

/** What a party has of an entity in the end: directly, and through others at any depth. */
export interface EffectiveShare extends StatedShare {
  readonly holder: string;
}

export interface EffectiveShares {
  readonly graph: StakeGraph;
  /** Those who have something of the entity, or may: individuals, unidentified parties and watched entities, by id. */
  holdersOf(entity: string): EffectiveShare[];
  shareOf(holder: string, entity: string): StatedShare | null;
  /** Entities that hold each other wholly, so that nobody outside has anything of them. Each circle in order of ids. */
  readonly closedCircles: readonly (readonly string[])[];
  /** Indirect shares that nothing but their own statement tells. */
  readonly claimedAlone: readonly StatedStake[];
  /** Indirect shares of entities for which direct owners leave no room: they count for nothing by themselves. */
  readonly unplacedClaims: readonly StatedStake[];
  /** Indirect shares as stated that the chains of direct stakes contradict: the share is as wide as both. */
  readonly contradictedClaims: readonly StatedStake[];
}

/**
 * Direct and indirect shares of everybody in everything, exact, through any depth and through circles. Both ends are
 * the best bounds there are: some choice of direct shares within the stated ranges meets each.
 *
 * @param watched entities whose own share in others is asked for as well; ways through them end there
 */
export function effectiveShares(
  network: StatedNetwork,
  watched: ReadonlySet<string> = new Set(),
): EffectiveShares {
  const claims = indirectClaims(
    stakeGraph(network, ({ way }) => way === 'direct'),
    network.stakes,
  );
  const graph = stakeGraph(network, (stake) => stake.way === 'direct' || claims.asDirect.has(stake));
  const groups = groupsInOrder(graph);
  const isHolder = (party: number) => {
    const { kind = 'entity', id = '' } = graph.parties[party] ?? {};
    return kind !== 'entity' || watched.has(id);
  };
  const [leastClaimed, mostClaimed] = claimedShares(graph, claims.alone);
  const least = solveLeast(graph, groups, isHolder, leastClaimed);
  const most = solveMost(graph, groups, least, mostClaimed);
  return readableShares(graph, groups, claims, { least, most });
}
