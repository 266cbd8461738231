import { add, zero, type Fraction } from './fraction.ts';
import type { OwnershipGraph } from './ownership-graph.ts';

/** A standing that passes from owners to what they own, as far as it reaches. */
export interface Cascade {
  /** When the standing reached a party, from 0; absent for those it did not reach. */
  readonly rank: ReadonlyMap<number, number>;
  /** Of each entity, the sum of the least shares of the owners that have the standing. */
  readonly heldShare: (owned: number) => Fraction;
}

/**
 * The least fixed point: the parties it begins with, then every entity of which owners that have the standing hold enough.
 * Each holding is looked at once, when its owner is reached; so the work grows with parties and holdings, whatever the
 * depth of chains, and the order of the facts changes nothing but the ranks.
 */
export function cascade(
  graph: OwnershipGraph,
  beginsWith: Iterable<number>,
  passesOn: (owned: number, heldShare: Fraction) => boolean,
): Cascade {
  const rank = new Map<number, number>();
  const shares = new Map<number, Fraction>();
  const reached: number[] = [];
  const reach = (party: number) => {
    if (rank.has(party)) return;
    rank.set(party, reached.length);
    reached.push(party);
  };
  for (const party of beginsWith) reach(party);
  // The array grows while it is walked: that is the queue.
  for (const owner of reached) {
    for (const { owned, holding } of graph.holdingsBy(owner)) {
      const share = add(shares.get(owned) ?? zero, holding.share.minimum);
      shares.set(owned, share);
      if (!rank.has(owned) && passesOn(owned, share)) reach(owned);
    }
  }
  return { rank, heldShare: (owned) => shares.get(owned) ?? zero };
}
