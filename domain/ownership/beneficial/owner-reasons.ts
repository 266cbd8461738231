import type { Truth } from '../../identity/three-valued.ts';
import type { StatedShare } from '../effective/stated-stake.ts';
import { formatFraction, type Fraction } from '../fraction.ts';
import type { OwnershipPaths } from './ownership-paths.ts';

export const ownerReasonCodes = [
  'shareAtLeast',
  'shareBelow',
  'shareOpen',
  'control',
  'controlOpen',
  'rightIsNoControl',
  'severalRecords',
  'pathsCut',
] as const;

export interface OwnerReason {
  readonly code: (typeof ownerReasonCodes)[number];
  /** Ids, codes and shares; never a name. */
  readonly detail: string;
}

export interface RightInSubject {
  readonly right: string;
  /** The entity that has the right and that the person owns or controls; null: the person's own. */
  readonly through: string | null;
  /** The entity the right is in, where that is not the subject but holds of it. */
  readonly over: string | null;
  readonly isControl: Truth;
}

interface OwnerFacts {
  readonly share: StatedShare;
  readonly byShare: Truth;
  readonly atLeast: Fraction;
  readonly rights: readonly RightInSubject[];
  readonly paths: OwnershipPaths;
  /** Further records of the same person. */
  readonly records: readonly string[];
}

export function ownerReasons({ share, byShare, atLeast, rights, paths, records }: OwnerFacts): OwnerReason[] {
  const hasShare = share.maximum.numerator > 0n;
  return [
    ...(hasShare ? [{ code: shareCode(byShare), detail: shareDetail(share, atLeast) } as const] : []),
    ...rights.map((right) => ({ code: rightCode(right.isControl), detail: rightDetail(right) })),
    ...(records.length > 0 ? [{ code: 'severalRecords', detail: records.join(' ') } as const] : []),
    ...(paths.areCut ? [{ code: 'pathsCut', detail: `the shortest ${paths.ways.length}` } as const] : []),
  ];
}

function shareCode(verdict: Truth): OwnerReason['code'] {
  return verdict === null ? 'shareOpen' : verdict ? 'shareAtLeast' : 'shareBelow';
}

function rightCode(verdict: Truth): OwnerReason['code'] {
  return verdict === null ? 'controlOpen' : verdict ? 'control' : 'rightIsNoControl';
}

/** Shares at the end of a long chain have thousands of digits: they stand in the share, and not here again. */
const longestShare = 40;

function shareDetail({ minimum, maximum, maximumIsExcluded }: StatedShare, atLeast: Fraction): string {
  const [least, most] = [short(minimum), short(maximum)];
  const range = least === most ? least : `${least} to ${maximumIsExcluded ? 'below ' : ''}${most}`;
  return `${range}; the test is ${formatFraction(atLeast)}`;
}

function short(share: Fraction): string {
  const isLong = share.denominator > 10n ** BigInt(longestShare / 2);
  return isLong
    ? `about ${(Number((share.numerator * 10n ** 12n) / share.denominator) / 1e12).toString()}`
    : formatFraction(share);
}

function rightDetail({ right, through, over }: RightInSubject): string {
  return [right, over === null ? '' : ` in ${over}`, through === null ? '' : ` through ${through}`].join('');
}
