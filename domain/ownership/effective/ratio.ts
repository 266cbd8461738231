import type { Fraction } from '../fraction.ts';
import { greatestCommonDivisor } from '../greatest-common-divisor.ts';

/**
 * An exact number that need not be in lowest terms: reducing after each step would cost more than the step. Never
 * negative.
 */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** As an upper bound: the number is approached and not reached. */
  readonly isExcluded?: boolean;
  /** Where known: a number that every common divisor of the two divides. It makes reducing them quick. */
  readonly commonFactors?: bigint;
}

export const one: Ratio = { numerator: 1n, denominator: 1n };

/** Percent and their products have no other prime factors, as a rule; dividing these out is quick. */
const usualFactors = [2n, 5n, 3n, 7n];

export function lowestTerms({ numerator, denominator, commonFactors }: Ratio): Fraction {
  if (numerator === 0n) return { numerator: 0n, denominator: 1n };
  if (commonFactors !== undefined) {
    const common = greatestCommonDivisor(numerator, commonFactors);
    return { numerator: numerator / common, denominator: denominator / common };
  }
  let rest = { numerator, denominator };
  for (const factor of usualFactors) rest = withoutCommonPowers(rest, factor);
  // What is still common to both has none of the usual factors.
  const divisor = greatestCommonDivisor(rest.numerator, unusualPart(rest.denominator));
  return { numerator: rest.numerator / divisor, denominator: rest.denominator / divisor };
}

/** Over one denominator: what the product of all has in common with it, each of them may have, and nothing else. */
export function withCommonFactors(numerators: readonly bigint[], denominator: bigint): Ratio[] {
  let product = 1n;
  for (const numerator of numerators) if (numerator !== 0n) product = (product * numerator) % denominator;
  const commonFactors = greatestCommonDivisor(product, denominator);
  return numerators.map((numerator) => ({ numerator, denominator, commonFactors }));
}

export function isLess(left: Ratio, right: Ratio): boolean {
  if (left.denominator === right.denominator) return left.numerator < right.numerator;
  return left.numerator * right.denominator < right.numerator * left.denominator;
}

export function commonMultiple(left: bigint, right: bigint): bigint {
  if (left === right) return left;
  const [more, less] = left > right ? [left, right] : [right, left];
  if (more % less === 0n) return more;
  return (more / greatestCommonDivisor(more, less)) * less;
}

/** All over one denominator: the numerators, and that denominator. */
export function overCommonDenominator(values: readonly Ratio[]): {
  numerators: bigint[];
  denominator: bigint;
} {
  let denominator = 1n;
  for (const value of values) denominator = commonMultiple(denominator, value.denominator);
  const numerators = values.map((value) =>
    value.denominator === denominator ? value.numerator : value.numerator * (denominator / value.denominator),
  );
  return { numerators, denominator };
}

/** By growing powers and back, so that a factor that stands there a thousand times takes two dozen steps. */
function withoutCommonPowers(ratio: Fraction, factor: bigint): Fraction {
  let { numerator, denominator } = ratio;
  const powers: bigint[] = [];
  const divide = (power: bigint): boolean => {
    if (numerator % power !== 0n || denominator % power !== 0n) return false;
    [numerator, denominator] = [numerator / power, denominator / power];
    return true;
  };
  for (let power = factor; divide(power); power *= power) powers.push(power);
  for (const power of powers.reverse()) divide(power);
  return { numerator, denominator };
}

/** Without its usual factors. */
function unusualPart(denominator: bigint): bigint {
  let rest = denominator;
  for (const factor of usualFactors) {
    const powers = [factor];
    for (let power = factor * factor; rest % power === 0n; power *= power) powers.push(power);
    for (const power of powers.reverse()) if (rest % power === 0n) rest /= power;
  }
  return rest;
}

export function sumOfProducts(pairs: readonly (readonly [Ratio, Ratio])[]): Ratio {
  const products = pairs
    .filter(([left, right]) => left.numerator > 0n && right.numerator > 0n)
    .map(([left, right]) => ({
      numerator: left.numerator * right.numerator,
      denominator: left.denominator * right.denominator,
    }));
  const { numerators, denominator } = overCommonDenominator(products);
  return { numerator: numerators.reduce((sum, numerator) => sum + numerator, 0n), denominator };
}
