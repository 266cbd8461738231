import { compare, type Fraction } from '../fraction.ts';
import type { StatedShare } from '../effective/stated-stake.ts';

/** True or false whatever the share turns out to be within its range; null where it depends. */
export type Verdict = boolean | null;

export function isAtLeast(
  { minimum, maximum, maximumIsExcluded }: StatedShare,
  threshold: Fraction,
): Verdict {
  if (compare(minimum, threshold) >= 0) return true;
  const order = compare(maximum, threshold);
  return order < 0 || (order === 0 && maximumIsExcluded) ? false : null;
}

/** Holds when one of them does; open when none does and one is open. */
export function anyOf(verdicts: Iterable<Verdict>): Verdict {
  let found: Verdict = false;
  for (const verdict of verdicts) {
    if (verdict === true) return true;
    if (verdict === null) found = null;
  }
  return found;
}

export function bothOf(one: Verdict, other: Verdict): Verdict {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}
