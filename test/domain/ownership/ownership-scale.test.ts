import { describe, expect, it } from 'vitest';
import { fraction } from '../../../domain/ownership/fraction.ts';
import type { Holding, OwnershipParty } from '../../../domain/ownership/holding.ts';
import { ownedByListed } from '../../../domain/ownership/owned-by-listed.ts';
import { ownershipGraph, type OwnershipGraph } from '../../../domain/ownership/ownership-graph.ts';
import { day, half, sdn } from './ownership-facts.ts';

const parties = 100_000;
const depth = 50;

const share = (numerator: number, denominator: number) => {
  const exact = fraction(BigInt(numerator), BigInt(denominator));
  return { minimum: exact, maximum: exact };
};

/** Chains of fifty: a person at the top, then entities, each two thirds owned by the one before and crossing into its neighbour. */
function chains(): { parties: OwnershipParty[]; holdings: Holding[] } {
  const all: OwnershipParty[] = Array.from({ length: parties }, (_, number) => ({
    id: `p${String(number).padStart(6, '0')}`,
    kind: number % depth === 0 ? 'individual' : 'entity',
  }));
  const holdings = all.flatMap(({ id, kind }, number): Holding[] => {
    if (kind === 'individual') return [];
    const hold = (owner: number, numerator: number) => ({
      owner: all[owner]?.id ?? '',
      owned: id,
      share: share(numerator, 3),
      ...{ from: null, to: null, hasControl: false },
    });
    return [hold(number - 1, 2), hold((number + depth) % parties, 1)];
  });
  return { parties: all, holdings };
}

/** How often somebody asks the graph for the holdings of a party, and how many it is given. */
function counting(graph: OwnershipGraph) {
  const counted = { asked: 0, given: 0 };
  const holdingsBy = (owner: number) => {
    const stakes = graph.holdingsBy(owner);
    counted.asked += 1;
    counted.given += stakes.length;
    return stakes;
  };
  return { counted, graph: { ...graph, holdingsBy } };
}

describe('a hundred thousand parties in chains of fifty', () => {
  it('are decided by looking at each holding at most once for blocked and once for free', () => {
    const facts = chains();
    const { counted, graph } = counting(ownershipGraph(facts.parties, facts.holdings, day));
    const listed = new Map(
      facts.parties.filter((_, number) => number % (2 * depth) === 0).map(({ id }) => [id, [sdn]]),
    );
    const found = ownedByListed(graph, { listed, notScreened: new Set() }, { lists: [sdn], atLeast: half });
    const people = parties / depth;
    expect(found.findings).toHaveLength(parties - people);
    expect(found.findings.filter(({ isBlocked }) => isBlocked === true)).toHaveLength((parties - people) / 2);
    expect(found.findings.filter(({ isBlocked }) => isBlocked === null)).toHaveLength(0);
    expect(counted.asked).toBe(parties);
    expect(counted.given).toBe(facts.holdings.length);
    expect(found.chainsOf('p000049', sdn)[0]).toHaveLength(depth);
  });

  it('in one chain end to end are decided without recursion', () => {
    const all: OwnershipParty[] = Array.from({ length: parties }, (_, number) => ({
      id: `p${String(number).padStart(6, '0')}`,
      kind: number === 0 ? 'individual' : 'entity',
    }));
    const holdings = all.slice(1).map(({ id }, number) => ({
      owner: all[number]?.id ?? '',
      owned: id,
      share: share(1, 2),
      ...{ from: null, to: null, hasControl: false },
    }));
    const found = ownedByListed(
      ownershipGraph(all, holdings, day),
      { listed: new Map([['p000000', [sdn]]]), notScreened: new Set() },
      { lists: [sdn], atLeast: half },
    );
    expect(found.findings.every(({ isBlocked }) => isBlocked === true)).toBe(true);
    expect(found.chainsOf(`p${String(parties - 1).padStart(6, '0')}`, sdn)[0]).toHaveLength(parties);
  });
});
