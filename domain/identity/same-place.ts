import { comparedCode } from '../places/dual-codes.ts';

/**
 * Whether two ISO 3166 codes may mean one place: a country agrees with any of its subdivisions, as nothing finer was
 * said. `null` when a side is not known.
 */
export function isSamePlace(one: string | undefined, other: string | undefined): boolean | null {
  if (one === undefined || other === undefined) return null;
  const [a, b] = [comparedCode(one), comparedCode(other)];
  if (a === b) return true;
  const isWhole = (code: string) => !code.includes('-');
  return (isWhole(a) || isWhole(b)) && a.slice(0, 2) === b.slice(0, 2);
}
