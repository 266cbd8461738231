import { z } from 'zod';
import { compare, fraction, whole, zero, type Fraction } from '../fraction.ts';
import type { StatedShare } from '../effective/stated-stake.ts';
import { WrittenNumber } from './exact-json.ts';

/** Longer numbers are nobody's percentage, and would cost the time of many. */
const longestNumber = 64;
const written = /^(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?$/;
const percent = 100n;

const Percent = z
  .custom<WrittenNumber>((value) => value instanceof WrittenNumber, 'must be a number')
  .transform(({ text }, context): Fraction => {
    const share = percentOf(text);
    if (share && compare(share, whole) <= 0) return share;
    context.addIssue({
      code: 'custom',
      message: `must be percent from 0 to 100, found ${text.slice(0, longestNumber)}`,
    });
    return z.NEVER;
  });

const Ends = z.object({
  exact: Percent.optional(),
  minimum: Percent.optional(),
  exclusiveMinimum: Percent.optional(),
  maximum: Percent.optional(),
  exclusiveMaximum: Percent.optional(),
});
type Ends = z.infer<typeof Ends>;

/** A share in percent as the standard writes it, read as exact fractions of one. */
export const ShareOfInterest = Ends.transform((ends, context): StatedShare => {
  const { exact } = ends;
  const [lower, upper] = [lowerEnd(ends), upperEnd(ends)];
  const order = compare(lower.at, upper.at);
  if (order > 0 || (order === 0 && (lower.isExcluded || upper.isExcluded))) {
    context.addIssue({
      code: 'custom',
      message: 'must be a range whose minimum is not above its maximum, and in which something lies',
    });
    return z.NEVER;
  }
  if (!exact) return { minimum: lower.at, maximum: upper.at, maximumIsExcluded: upper.isExcluded };
  if (compare(exact, lower.at) < 0 || compare(exact, upper.at) > 0) {
    context.addIssue({
      code: 'custom',
      path: ['exact'],
      message: 'must lie within the range stated beside it',
    });
    return z.NEVER;
  }
  return { minimum: exact, maximum: exact, maximumIsExcluded: false };
});

interface End {
  readonly at: Fraction;
  readonly isExcluded: boolean;
}

/** Where both forms are given, the narrower one. */
function lowerEnd({ minimum = zero, exclusiveMinimum }: Ends): End {
  const isExcluded = exclusiveMinimum !== undefined && compare(exclusiveMinimum, minimum) >= 0;
  return { at: isExcluded ? exclusiveMinimum : minimum, isExcluded };
}

function upperEnd({ maximum = whole, exclusiveMaximum }: Ends): End {
  const isExcluded = exclusiveMaximum !== undefined && compare(exclusiveMaximum, maximum) <= 0;
  return { at: isExcluded ? exclusiveMaximum : maximum, isExcluded };
}

/** Null for anything that is no number of 0 or more. */
function percentOf(text: string): Fraction | null {
  const parts = text.length <= longestNumber ? written.exec(text) : null;
  if (!parts) return null;
  const [, units = '', decimals = '', exponent = '0'] = parts;
  const power = Number(exponent) - decimals.length;
  const digits = BigInt(units + decimals);
  return power >= 0
    ? fraction(digits * 10n ** BigInt(power), percent)
    : fraction(digits, percent * 10n ** BigInt(-power));
}
