import { describe, expect, it } from 'vitest';
import { effectiveShares } from '../../../../domain/ownership/effective/effective-shares.ts';
import type {
  NetworkParty,
  StatedNetwork,
  StatedStake,
} from '../../../../domain/ownership/effective/stated-stake.ts';
import {
  divide,
  fraction,
  subtract,
  whole,
  zero,
  type Fraction,
} from '../../../../domain/ownership/fraction.ts';

const entities = 2000;
const id = (number: number) => `e${number}`;

function stake(owner: string, owned: string, minimum: Fraction, maximum = minimum): StatedStake {
  return { owner, owned, share: { minimum, maximum, maximumIsExcluded: false }, way: 'direct' };
}

function networkOf(stakes: readonly StatedStake[], people: readonly string[] = ['p']): StatedNetwork {
  const parties: NetworkParty[] = [
    ...people.map((person) => ({ id: person, kind: 'individual' as const })),
    ...Array.from({ length: entities }, (_, number) => ({ id: id(number), kind: 'entity' as const })),
  ];
  return { parties, stakes };
}

describe(`${entities} entities`, () => {
  it('in one chain come to the power of what each passes on', () => {
    const passed = fraction(999n, 1000n);
    const stakes = Array.from({ length: entities }, (_, number) =>
      stake(number === 0 ? 'p' : id(number - 1), id(number), passed),
    );
    const share = effectiveShares(networkOf(stakes)).shareOf('p', id(entities - 1));
    const power = BigInt(entities);
    expect(share?.minimum).toEqual({ numerator: 999n ** power, denominator: 1000n ** power });
  });

  it('in one ring come to the sum over all rounds', () => {
    const [passed, held] = [fraction(19n, 20n), fraction(1n, 20n)];
    const stakes = Array.from({ length: entities }, (_, number) =>
      stake(id((number + 1) % entities), id(number), passed),
    );
    const share = effectiveShares(networkOf([...stakes, stake('p', id(0), held)])).shareOf('p', id(0));
    const power = BigInt(entities);
    const round = fraction(19n ** power, 20n ** power);
    expect(share?.minimum).toEqual(divide(held, subtract(whole, round)));
  });

  it('in a ring of unknown shares bound nobody, and end', () => {
    const stakes = Array.from({ length: entities }, (_, number) =>
      stake(id((number + 1) % entities), id(number), zero, whole),
    );
    const found = effectiveShares(networkOf([...stakes, stake('p', id(0), zero, fraction(1n, 10n))]));
    expect(found.shareOf('p', id(0))).toMatchObject({ minimum: zero, maximum: whole });
  });
});
