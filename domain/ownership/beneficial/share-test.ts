import type { Truth } from '../../identity/three-valued.ts';
import { compare, type Fraction } from '../fraction.ts';
import type { StatedShare } from '../effective/stated-stake.ts';

/** True or false whatever the share turns out to be within its range; null where it depends. */
export function isAtLeast({ minimum, maximum, maximumIsExcluded }: StatedShare, threshold: Fraction): Truth {
  if (compare(minimum, threshold) >= 0) return true;
  const order = compare(maximum, threshold);
  return order < 0 || (order === 0 && maximumIsExcluded) ? false : null;
}
