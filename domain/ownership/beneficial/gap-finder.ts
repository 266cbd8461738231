import type { EffectiveShares } from '../effective/effective-shares.ts';
import type { StatedStake } from '../effective/stated-stake.ts';
import { formatFraction } from '../fraction.ts';
import type { GapCode, OwnerNetwork, OwnershipGap } from '../owner-network.ts';

/** What is not known of the owners of an entity or of whoever holds or controls it, nearest first. */
export function gapFinder(
  network: OwnerNetwork,
  shares: EffectiveShares,
): (subject: string) => OwnershipGap[] {
  const above = holdersAbove(network, shares);
  const gaps = new Map<string, OwnershipGap[]>();
  const put = (gap: OwnershipGap) => {
    const known = gaps.get(gap.entity);
    if (known) known.push(gap);
    else gaps.set(gap.entity, [gap]);
  };
  network.gaps.forEach(put);
  const idOf = (party: number) => shares.graph.parties[party]?.id ?? '';
  for (const [entity, sum] of shares.graph.contradictory) {
    put({ code: 'sharesExceedWhole', entity: idOf(entity), detail: formatFraction(sum) });
  }
  for (const circle of shares.closedCircles) {
    for (const entity of circle) put({ code: 'closedCircle', entity, detail: circle.join(' ') });
  }
  for (const claim of shares.contradictedClaims) put(gapOfClaim(claim, 'indirectShareContradicted'));
  for (const claim of shares.unplacedClaims) put(gapOfClaim(claim, 'indirectShareUnplaced'));
  for (const { id, kind } of network.parties) {
    const isEnd = kind !== 'entity' || network.ends.has(id) || above.has(id) || gaps.has(id);
    if (!isEnd) put({ code: 'ownersNotStated', entity: id, detail: id });
  }
  return (subject) => {
    const reached = new Set([subject]);
    // The set grows while it is walked: that is the queue.
    for (const entity of reached) for (const holder of above.get(entity) ?? []) reached.add(holder);
    return [...reached].flatMap((entity) => gaps.get(entity) ?? []);
  };
}

function gapOfClaim({ owner, owned, share }: StatedStake, code: GapCode): OwnershipGap {
  const stated = `${owner}: ${formatFraction(share.minimum)} to ${formatFraction(share.maximum)}`;
  return { code, entity: owned, detail: stated };
}

/** Of each entity, who holds shares or rights in it. */
function holdersAbove(
  { rights }: OwnerNetwork,
  { graph, claimedAlone }: EffectiveShares,
): Map<string, Set<string>> {
  const above = new Map<string, Set<string>>();
  const put = (entity: string, holder: string) => {
    above.set(entity, (above.get(entity) ?? new Set()).add(holder));
  };
  graph.rows.forEach((row, entity) => {
    for (const { owner } of row?.stakes ?? []) {
      put(graph.parties[entity]?.id ?? '', graph.parties[owner]?.id ?? '');
    }
  });
  for (const { holder, entity } of rights) put(entity, holder);
  for (const { owner, owned } of claimedAlone) put(owned, owner);
  return above;
}
