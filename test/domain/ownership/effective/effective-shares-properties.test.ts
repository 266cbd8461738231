import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveShares } from '../../../../domain/ownership/effective/effective-shares.ts';
import type { NetworkParty, StatedStake } from '../../../../domain/ownership/effective/stated-stake.ts';
import { formatFraction, fraction, zero } from '../../../../domain/ownership/fraction.ts';
import { naiveBounds } from './naive-shares.ts';

const seed = 20261123;
const people = ['x', 'y'];

interface Drawn {
  readonly owner: string;
  readonly owned: string;
  readonly from: number;
  readonly width: number;
}

const partiesOf = (entities: readonly string[]): NetworkParty[] => [
  ...people.map((id) => ({ id, kind: 'individual' as const })),
  ...entities.map((id) => ({ id, kind: 'entity' as const })),
];

/** At most so many owners of one entity, whose least shares do not exceed the whole. */
function network(entities: readonly string[], parts: number, widths: readonly number[], owners: number) {
  const drawn = fc.record({
    owner: fc.constantFrom(...people, ...entities, ...entities),
    owned: fc.constantFrom(...entities),
    from: fc.integer({ min: 0, max: parts }),
    width: fc.constantFrom(...widths),
  });
  return fc.array(drawn, { maxLength: entities.length * owners }).map((all: Drawn[]) => {
    const rows = new Map<string, Map<string, Drawn>>();
    for (const each of all) {
      const row = rows.get(each.owned) ?? new Map<string, Drawn>();
      const sum = [...row.values()].reduce((total, { from }) => total + from, 0);
      const isNew = !row.has(each.owner) && row.size < owners && sum + each.from <= parts;
      if (isNew && each.owner !== each.owned) rows.set(each.owned, row.set(each.owner, each));
    }
    const stakes = [...rows.values()].flatMap((row) => [...row.values()]).map((each) => stakeOf(each, parts));
    return { parties: partiesOf(entities), stakes };
  });
}

function stakeOf({ owner, owned, from, width }: Drawn, parts: number): StatedStake {
  const share = {
    minimum: fraction(BigInt(from), BigInt(parts)),
    maximum: fraction(BigInt(Math.min(parts, from + width)), BigInt(parts)),
    maximumIsExcluded: false,
  };
  return { owner, owned, share, way: 'direct' };
}

const ends = (share: {
  minimum: Parameters<typeof formatFraction>[0];
  maximum: Parameters<typeof formatFraction>[0];
}) => `${formatFraction(share.minimum)} to ${formatFraction(share.maximum)}`;

describe('effective shares', () => {
  it('of exact facts are what elimination over the whole matrix gives', () => {
    const entities = ['A', 'B', 'C', 'D', 'E', 'F'];
    fc.assert(
      fc.property(network(entities, 12, [0], 3), (facts) => {
        const found = effectiveShares(facts);
        for (const holder of people) {
          const expected = naiveBounds(facts, holder);
          for (const entity of entities) {
            const share = found.shareOf(holder, entity) ?? { minimum: zero, maximum: zero };
            expect(formatFraction(share.minimum)).toBe(formatFraction(expected.get(entity)?.minimum ?? zero));
            expect(share.maximum).toEqual(share.minimum);
          }
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  it('of ranges reach exactly as far as the best and worst of all choices', () => {
    const entities = ['A', 'B', 'C'];
    fc.assert(
      fc.property(network(entities, 4, [0, 0, 1, 2, 4], 3), (facts) => {
        const found = effectiveShares(facts, new Set(['A']));
        for (const holder of [...people, 'A']) {
          for (const [entity, expected] of naiveBounds(facts, holder)) {
            const share = found.shareOf(holder, entity) ?? { minimum: zero, maximum: zero };
            expect(ends(share), `${holder} in ${entity}`).toBe(ends(expected));
          }
        }
      }),
      { seed, numRuns: 400 },
    );
  });
});
