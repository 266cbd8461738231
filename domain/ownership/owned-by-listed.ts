import { compare, subtract, whole, zero, type Fraction } from './fraction.ts';
import type { ShareRange } from './holding.ts';
import { listedReach, type ListedParties, type ListedReach } from './listed-reach.ts';
import { ownershipChains } from './ownership-chains.ts';
import type { OwnershipGraph } from './ownership-graph.ts';
import { ownershipReasons, type OwnershipReason } from './ownership-reasons.ts';

/** A rule by which what listed persons own is treated as listed. */
export interface OwnershipTest {
  /** Lists whose parties count. Each list is tested by itself; on one list, all parties and programmes count together. */
  readonly lists: readonly string[];
  /** The share from which it applies: one half, under OFAC's rule. */
  readonly atLeast: Fraction;
}

export interface OwnershipFinding {
  readonly party: string;
  readonly list: string;
  /** Null when the facts allow both: never read as false. */
  readonly isBlocked: boolean | null;
  /** What blocked persons may hold of it, directly or through entities that are blocked themselves. */
  readonly aggregate: ShareRange;
  readonly reasons: readonly OwnershipReason[];
}

export interface OwnershipFindings {
  /** The day of the holdings, YYYY-MM-DD. */
  readonly asOf: string;
  /** Every entity under every list of the test, by id and then as the test orders its lists. */
  readonly findings: readonly OwnershipFinding[];
  chainsOf(party: string, list: string): string[][];
}

/**
 * Which entities listed persons own: OFAC's 50 percent rule, by cascade as its FAQ 401 has it, so that an owner that
 * is not blocked itself passes nothing on. Both answers need proof: blocked, by least shares from listed parties
 * downwards; free, by least shares from screened individuals downwards. What neither reaches is undetermined: ranges
 * that straddle the threshold, holders nobody named, circles without an owner outside, shares that contradict.
 */
export function ownedByListed(
  graph: OwnershipGraph,
  parties: ListedParties,
  { lists, atLeast }: OwnershipTest,
): OwnershipFindings {
  const reaches = new Map(lists.map((list) => [list, listedReach(graph, parties, atLeast, list)]));
  const findings = graph.parties.flatMap(({ kind }, number) =>
    kind === 'entity' ? [...reaches].map(([list, reach]) => findingOf(graph, reach, list, number)) : [],
  );
  return {
    asOf: graph.asOf,
    findings,
    chainsOf(party, list) {
      const [number, reach] = [graph.numberOf(party), reaches.get(list)];
      return number === undefined || !reach ? [] : ownershipChains(graph, reach.blocked, number);
    },
  };
}

function findingOf(
  graph: OwnershipGraph,
  reach: ListedReach,
  list: string,
  number: number,
): OwnershipFinding {
  return {
    party: graph.parties[number]?.id ?? '',
    list,
    isBlocked: reach.blocked.rank.has(number) ? true : reach.free.rank.has(number) ? false : null,
    aggregate: aggregateOf(graph, reach, number),
    reasons: ownershipReasons(graph, reach, number),
  };
}

function aggregateOf(graph: OwnershipGraph, { blocked, free }: ListedReach, number: number): ShareRange {
  // Shares that contradict each other bound nothing.
  if (compare(graph.attributed(number), whole) > 0) return { minimum: zero, maximum: whole };
  return {
    minimum: blocked.heldShare(number),
    maximum: subtract(whole, free.heldShare(number)),
  };
}
