import type { Cascade } from './cascade.ts';
import { compare } from './fraction.ts';
import type { OwnershipGraph } from './ownership-graph.ts';

/**
 * From an entity to a listed party, through blocked entities only: one chain for each of its blocked owners, the
 * largest share first. Every step leads to an owner that was blocked earlier, so circles end too.
 */
export function ownershipChains(graph: OwnershipGraph, { rank }: Cascade, entity: number): string[][] {
  const rankOf = (party: number) => rank.get(party) ?? Infinity;
  const idOf = (party: number) => graph.parties[party]?.id ?? '';
  const earlierOwners = (party: number) =>
    largestFirst(graph, party).filter((owner) => rankOf(owner) < rankOf(party));
  return earlierOwners(entity).map((first) => {
    const chain = [idOf(entity)];
    for (let at: number | undefined = first; at !== undefined; at = earlierOwners(at)[0])
      chain.push(idOf(at));
    return chain;
  });
}

function largestFirst(graph: OwnershipGraph, owned: number): number[] {
  const stakes = [...graph.holdingsIn(owned)];
  stakes.sort((one, other) => compare(other.holding.share.minimum, one.holding.share.minimum));
  return [...new Set(stakes.map(({ owner }) => owner))];
}
