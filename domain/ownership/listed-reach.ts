import { cascade, type Cascade } from './cascade.ts';
import { compare, subtract, whole, type Fraction } from './fraction.ts';
import type { OwnershipGraph } from './ownership-graph.ts';

/** What screening came to. Ids that the graph does not know are passed over. */
export interface ListedParties {
  /** Party → the lists it is on, or is taken to be on. */
  readonly listed: ReadonlyMap<string, readonly string[]>;
  /** Parties that nobody could look at: they may be on any list. */
  readonly notScreened: ReadonlySet<string>;
}

/** How far one list reaches: who is blocked whatever the open facts are, and who is free whatever they are. */
export interface ListedReach {
  isListed(party: number): boolean;
  readonly blocked: Cascade;
  readonly free: Cascade;
}

/** @param atLeast the share from which what listed persons own is blocked too */
export function listedReach(
  graph: OwnershipGraph,
  { listed, notScreened }: ListedParties,
  atLeast: Fraction,
  list: string,
): ListedReach {
  const numbers = graph.parties.map((_, number) => number);
  const idOf = (number: number) => graph.parties[number]?.id ?? '';
  const isListed = (number: number) => listed.get(idOf(number))?.includes(list) ?? false;
  const isKnownUnlisted = (number: number) => !isListed(number) && !notScreened.has(idOf(number));
  // Of an entity whose shares contradict each other nothing follows.
  const isConsistent = (number: number) => compare(graph.attributed(number), whole) <= 0;
  const tooMuchForOthers = subtract(whole, atLeast);
  return {
    isListed,
    blocked: cascade(
      graph,
      numbers.filter(isListed),
      (owned, share) => compare(share, atLeast) >= 0 && isConsistent(owned),
    ),
    free: cascade(
      graph,
      numbers.filter((number) => graph.parties[number]?.kind === 'individual' && isKnownUnlisted(number)),
      // What free owners leave to all others, named or not, must stay below the threshold.
      (owned, share) => compare(share, tooMuchForOthers) > 0 && isKnownUnlisted(owned) && isConsistent(owned),
    ),
  };
}
