import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  formatFraction,
  fraction,
  fractionOfPercent,
  multiply,
  parseFraction,
  subtract,
} from '../../../domain/ownership/fraction.ts';

const seed = 20261123;
const anyFraction = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

describe('a fraction', () => {
  it('is exact where binary numbers are not', () => {
    expect(formatFraction(add(parseFraction('0.1'), parseFraction('0.2')))).toBe('3/10');
    expect(formatFraction(fractionOfPercent(33.33))).toBe('3333/10000');
    expect(formatFraction(fractionOfPercent(1e-7))).toBe('1/1000000000');
    expect(formatFraction(fractionOfPercent(100))).toBe('1');
  });

  it('is in lowest terms with a positive denominator', () => {
    expect(fraction(2n, -4n)).toEqual({ numerator: -1n, denominator: 2n });
    expect(fraction(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it.each(['', '1/0', '-1', '1e3', ' 1', '1/2/3', '.5', '1'.repeat(65)])('is not written %j', (text) => {
    expect(() => parseFraction(text)).toThrow(/expected a fraction such as 1\/4/);
  });

  it('is not made of a negative percentage or of no number', () => {
    expect(() => fractionOfPercent(-1)).toThrow(/expected percent of 0 or more, found -1/);
    expect(() => fractionOfPercent(Number.NaN)).toThrow(RangeError);
    expect(() => divide(fraction(1n, 2n), fraction(0n, 1n))).toThrow(/denominator of zero/);
  });

  it('is read back as it was written, and undoes what was done to it', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (one, other) => {
        expect(subtract(add(one, other), other)).toEqual(one);
        if (other.numerator !== 0n) expect(divide(multiply(one, other), other)).toEqual(one);
        if (one.numerator >= 0n) expect(parseFraction(formatFraction(one))).toEqual(one);
        expect(Math.sign(compare(one, other))).toBe(-Math.sign(compare(other, one)) + 0);
      }),
      { seed, numRuns: 300 },
    );
  });
});
