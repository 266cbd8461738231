import { greatestCommonDivisor } from './greatest-common-divisor.ts';

/** An exact number in lowest terms; the denominator is positive. Shares of a whole lie between 0 and 1. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zero: Fraction = { numerator: 0n, denominator: 1n };
export const whole: Fraction = { numerator: 1n, denominator: 1n };

// A share written longer than this is no share; it keeps one input from costing the time of many.
const longestText = 64;
const written = /^(\d+)(?:\/(\d+)|\.(\d+))?$/;
const percent = 100n;

/** @throws RangeError for a denominator of zero */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n)
    throw new RangeError('a fraction has a denominator of zero; expected another number');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * @param text such as `1/4`, `0.25` or `1`
 * @throws RangeError when it is anything else, or over 64 characters
 */
export function parseFraction(text: string): Fraction {
  const parts = text.length <= longestText ? written.exec(text) : null;
  const [, units = '', denominator, decimals = ''] = parts ?? [];
  if (!parts || (denominator !== undefined && BigInt(denominator) === 0n)) {
    throw new RangeError(`expected a fraction such as 1/4, 0.25 or 1, found ${JSON.stringify(text)}`);
  }
  if (denominator !== undefined) return fraction(BigInt(units), BigInt(denominator));
  return fraction(BigInt(units + decimals), 10n ** BigInt(decimals.length));
}

/** Percent as people write them (33.33), exact in the digits written. @throws RangeError for no number of 0 or more */
export function fractionOfPercent(value: number): Fraction {
  if (!Number.isFinite(value) || value < 0)
    throw new RangeError(`expected percent of 0 or more, found ${value}`);
  // Twenty decimals keep what is written without an exponent; less than that is nobody's share.
  const text = String(value).includes('e') ? value.toFixed(20) : String(value);
  const { numerator, denominator } = parseFraction(text);
  return fraction(numerator, denominator * percent);
}

/** `1/4`; whole numbers without a stroke. */
export function formatFraction({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

export function add(one: Fraction, other: Fraction): Fraction {
  if (one.denominator === other.denominator) {
    return fraction(one.numerator + other.numerator, one.denominator);
  }
  const numerator = one.numerator * other.denominator + other.numerator * one.denominator;
  return fraction(numerator, one.denominator * other.denominator);
}

export function subtract(one: Fraction, other: Fraction): Fraction {
  return add(one, { numerator: -other.numerator, denominator: other.denominator });
}

export function multiply(one: Fraction, other: Fraction): Fraction {
  return fraction(one.numerator * other.numerator, one.denominator * other.denominator);
}

/** @throws RangeError when the divisor is zero */
export function divide(one: Fraction, other: Fraction): Fraction {
  return fraction(one.numerator * other.denominator, one.denominator * other.numerator);
}

/** Below zero, zero or above, as one is less than the other, equal or more. */
export function compare(one: Fraction, other: Fraction): number {
  const difference = one.numerator * other.denominator - other.numerator * one.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
