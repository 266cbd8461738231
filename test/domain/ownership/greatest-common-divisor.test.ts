import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatestCommonDivisor } from '../../../domain/ownership/greatest-common-divisor.ts';

const seed = 20261124;

function euclid(one: bigint, other: bigint): bigint {
  return other === 0n ? one : euclid(other, one % other);
}

describe('the greatest common divisor', () => {
  it('is what Euclid’s algorithm finds, of numbers of any length', () => {
    const number = fc
      .integer({ min: 1, max: 1500 })
      .chain((bits) => fc.bigInt({ min: 1n, max: 2n ** BigInt(bits) }));
    fc.assert(
      fc.property(number, number, number, (one, other, common) => {
        const [a, b] = [one * common, other * common];
        expect(greatestCommonDivisor(a, b)).toBe(euclid(a, b));
      }),
      { seed, numRuns: 400 },
    );
  });

  it('takes no notice of signs, and is 1 of nothing', () => {
    expect([
      greatestCommonDivisor(-6n, 4n),
      greatestCommonDivisor(0n, -5n),
      greatestCommonDivisor(0n, 0n),
    ]).toEqual([2n, 5n, 1n]);
  });
});
