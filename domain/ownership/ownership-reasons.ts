import { compare, subtract, whole, zero, type Fraction } from './fraction.ts';
import type { ShareRange } from './holding.ts';
import type { ListedReach } from './listed-reach.ts';
import type { OwnershipGraph, Stake } from './ownership-graph.ts';

/** Why an entity is blocked, free or undetermined. */
export type OwnershipReason =
  | { readonly code: 'listed' }
  | {
      readonly code: 'blockedOwner';
      readonly owner: string;
      readonly share: ShareRange;
      /** A caution (OFAC FAQ 398): control counts for nothing in the share. */
      readonly hasControl: boolean;
    }
  /** Holds a share, and whether it is blocked is itself undetermined. */
  | { readonly code: 'undeterminedOwner'; readonly owner: string; readonly share: ShareRange }
  /** The part of the whole that no named holder is known to hold: whoever does may be listed. */
  | { readonly code: 'unattributed'; readonly share: Fraction }
  /** The least shares add up to more than the whole: some fact is wrong, and none is scaled to fit. */
  | { readonly code: 'sharesExceedWhole'; readonly share: Fraction };

/** Its own listing, then its owners by id, then what is missing or contradictory. */
export function ownershipReasons(
  graph: OwnershipGraph,
  reach: ListedReach,
  party: number,
): OwnershipReason[] {
  const owners = graph.holdingsIn(party).flatMap((stake) => reasonOfStake(graph, reach, stake));
  return [
    ...(reach.isListed(party) ? [{ code: 'listed' } as const] : []),
    ...owners,
    ...reasonOfRest(graph.attributed(party)),
  ];
}

function reasonOfStake(
  graph: OwnershipGraph,
  { blocked, free }: ListedReach,
  stake: Stake,
): OwnershipReason[] {
  const { share, hasControl } = stake.holding;
  const owner = graph.parties[stake.owner]?.id ?? '';
  if (blocked.rank.has(stake.owner)) return [{ code: 'blockedOwner', owner, share, hasControl }];
  return free.rank.has(stake.owner) ? [] : [{ code: 'undeterminedOwner', owner, share }];
}

function reasonOfRest(attributed: Fraction): OwnershipReason[] {
  const rest = subtract(whole, attributed);
  if (compare(rest, zero) > 0) return [{ code: 'unattributed', share: rest }];
  return compare(rest, zero) < 0 ? [{ code: 'sharesExceedWhole', share: attributed }] : [];
}
