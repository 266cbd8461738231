import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction } from '../../../domain/ownership/fraction.ts';
import type { Holding, OwnershipParty } from '../../../domain/ownership/holding.ts';
import { ownedByListed } from '../../../domain/ownership/owned-by-listed.ts';
import { ownershipGraph } from '../../../domain/ownership/ownership-graph.ts';
import { naiveVerdicts, parts, type CountedHolding } from './naive-ownership.ts';
import { day, half, sdn, verdicts } from './ownership-facts.ts';

const seed = 20261123;
const people = ['x', 'y', 'z'];
const entities = ['A', 'B', 'C', 'D'];
const parties: OwnershipParty[] = [
  ...people.map((id) => ({ id, kind: 'individual' as const })),
  ...entities.map((id) => ({ id, kind: 'entity' as const })),
];

const counted = fc
  .record({
    owner: fc.constantFrom(...people, ...entities),
    owned: fc.constantFrom(...entities),
    from: fc.integer({ min: 0, max: parts }),
    width: fc.constantFrom(0, 0, 0, 1, 2),
  })
  .map(({ owner, owned, from, width }) => ({ owner, owned, from, to: Math.min(parts, from + width) }));

/** Least shares never exceed the whole: what contradicts has no world to compare with. */
const consistent = fc.array(counted, { maxLength: 7 }).map((holdings) => {
  const sums = new Map<string, number>();
  return holdings.filter(({ owned, from }) => {
    const sum = (sums.get(owned) ?? 0) + from;
    if (sum > parts) return false;
    sums.set(owned, sum);
    return true;
  });
});
const someListed = fc.uniqueArray(fc.constantFrom(...people, ...entities), { maxLength: 3 });

const exact = (count: number) => fraction(BigInt(count), BigInt(parts));
const holdingOf = ({ owner, owned, from, to }: CountedHolding): Holding => ({
  owner,
  owned,
  share: { minimum: exact(from), maximum: exact(to) },
  from: null,
  to: null,
  hasControl: false,
});

function ask(holdings: readonly Holding[], listed: readonly string[]) {
  return ownedByListed(
    ownershipGraph(parties, holdings, day),
    { listed: new Map(listed.map((id) => [id, [sdn]])), notScreened: new Set() },
    { lists: [sdn], atLeast: half },
  );
}

const check = (property: fc.IRawProperty<unknown>, numRuns = 400) => {
  fc.assert(property as fc.IProperty<unknown>, { seed, numRuns });
};

describe('the 50 percent rule over any small graph', () => {
  it('answers what trying every possible world answers', () => {
    check(
      fc.property(consistent, someListed, (holdings, listed) => {
        const expected = naiveVerdicts(parties, holdings, new Set(listed));
        expect(verdicts(ask(holdings.map(holdingOf), listed))).toEqual(expected);
      }),
    );
  });

  it('does not depend on the order of the facts', () => {
    const shuffled = fc
      .array(counted, { maxLength: 12 })
      .chain((holdings) =>
        fc.tuple(
          fc.constant(holdings),
          fc.shuffledSubarray(holdings, { minLength: holdings.length, maxLength: holdings.length }),
        ),
      );
    check(
      fc.property(shuffled, someListed, ([one, other], listed) => {
        const [first, second] = [
          ask(one.map(holdingOf), listed),
          ask(other.map(holdingOf), [...listed].reverse()),
        ];
        expect(second.findings).toEqual(first.findings);
        for (const id of entities) expect(second.chainsOf(id, sdn)).toEqual(first.chainsOf(id, sdn));
      }),
    );
  });

  it('frees nobody when one more owner is listed, and unblocks nobody', () => {
    check(
      fc.property(consistent, someListed, fc.constantFrom(...people, ...entities), (facts, listed, more) => {
        const holdings = facts.map(holdingOf);
        const before = verdicts(ask(holdings, listed));
        const after = verdicts(ask(holdings, [...listed, more]));
        for (const id of entities) {
          if (before[id] === true) expect(after[id]).toBe(true);
          if (after[id] === false) expect(before[id]).toBe(false);
        }
      }),
    );
  });

  it('unblocks nobody when the share of a listed person grows', () => {
    check(
      fc.property(consistent, fc.nat(), (facts, pick) => {
        const grown = facts[pick % Math.max(1, facts.length)];
        const sum = facts
          .filter(({ owned }) => owned === grown?.owned)
          .reduce((all, { from }) => all + from, 0);
        if (!grown || !people.includes(grown.owner) || sum >= parts) return;
        const more = { ...grown, from: grown.from + 1, to: Math.max(grown.to, grown.from + 1) };
        const before = verdicts(ask(facts.map(holdingOf), [grown.owner]));
        const after = verdicts(
          ask(
            facts.map((fact) => holdingOf(fact === grown ? more : fact)),
            [grown.owner],
          ),
        );
        for (const id of entities) if (before[id] === true) expect(after[id]).toBe(true);
      }),
    );
  });

  it('keeps what is true of exact shares when they widen into ranges, or says that it is undetermined', () => {
    check(
      fc.property(consistent, someListed, fc.nat(parts), (facts, listed, slack) => {
        const wider = facts.map((fact) => ({
          ...fact,
          from: Math.max(0, fact.from - slack),
          to: Math.min(parts, fact.to + slack),
        }));
        const [before, after] = [facts, wider].map((each) => verdicts(ask(each.map(holdingOf), listed)));
        for (const id of entities) expect([before?.[id], null]).toContain(after?.[id]);
      }),
    );
  });

  it('gives chains that begin with the entity, end with a listed party, and use holdings only', () => {
    check(
      fc.property(consistent, someListed, (facts, listed) => {
        const found = ask(facts.map(holdingOf), listed);
        for (const chain of entities.flatMap((id) => found.chainsOf(id, sdn))) {
          expect(listed).toContain(chain.at(-1));
          expect(new Set(chain).size).toBe(chain.length);
          for (const [index, owner] of chain.slice(1).entries()) {
            expect(facts.some((fact) => fact.owner === owner && fact.owned === chain[index])).toBe(true);
          }
        }
      }),
    );
  });

  it('counts a holding on the days from its first to the day before its end, and on no other', () => {
    const date = fc
      .integer({ min: 1, max: 28 })
      .map((number) => `2026-02-${String(number).padStart(2, '0')}`);
    check(
      fc.property(date, date, date, (from, to, asked) => {
        const owned = { owner: 'x', owned: 'A', from: parts, to: parts };
        const graph = ownershipGraph(parties, [{ ...holdingOf(owned), from, to }], asked);
        expect(graph.holdingsBy(graph.numberOf('x') ?? -1)).toHaveLength(from <= asked && asked < to ? 1 : 0);
      }),
    );
  });
});
