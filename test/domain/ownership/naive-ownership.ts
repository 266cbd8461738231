import type { OwnershipParty } from '../../../domain/ownership/holding.ts';

/** Shares in eighths: coarse enough to try every world, fine enough to lie on, above and below one half. */
export const parts = 8;

/** A holding whose range is counted in eighths. */
export interface CountedHolding {
  readonly owner: string;
  readonly owned: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The answer by trying every way in which the open facts may turn out: true when an entity is blocked in all of them,
 * false when it is free in all, else null. Whoever holds the unnamed rest is listed in one world and not in another.
 */
export function naiveVerdicts(
  parties: readonly OwnershipParty[],
  holdings: readonly CountedHolding[],
  listed: ReadonlySet<string>,
): Record<string, boolean | null> {
  const entities = parties.filter(({ kind }) => kind === 'entity').map(({ id }) => id);
  const seen = new Map(entities.map((id) => [id, new Set<string>()]));
  for (const shares of allShares(holdings, entities)) {
    for (const isRestListed of [true, false]) {
      const standing = settle(parties, holdings, shares, listed, isRestListed);
      for (const id of entities) seen.get(id)?.add(standing.get(id) ?? 'open');
    }
  }
  return Object.fromEntries(
    entities.map((id) => {
      const found = seen.get(id) ?? new Set();
      const only = found.size === 1 ? [...found][0] : 'open';
      return [id, only === 'blocked' ? true : only === 'free' ? false : null];
    }),
  );
}

function* allShares(
  holdings: readonly CountedHolding[],
  entities: readonly string[],
  chosen: number[] = [],
): Generator<number[]> {
  if (chosen.length === holdings.length) {
    if (entities.every((id) => sumIn(holdings, chosen, id) <= parts)) yield chosen;
    return;
  }
  const { from, to } = holdings[chosen.length] ?? { from: 0, to: -1 };
  for (let share = from; share <= to; share += 1) yield* allShares(holdings, entities, [...chosen, share]);
}

/** Says again and again who is blocked and who is free, until nothing changes. */
function settle(
  parties: readonly OwnershipParty[],
  holdings: readonly CountedHolding[],
  shares: readonly number[],
  listed: ReadonlySet<string>,
  isRestListed: boolean,
): Map<string, 'blocked' | 'free'> {
  const standing = new Map<string, 'blocked' | 'free'>();
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const { id, kind } of parties) {
      const rest = parts - sumIn(holdings, shares, id);
      const heldBy = (wanted: 'blocked' | 'free') =>
        sumIn(holdings, shares, id, ({ owner }) => standing.get(owner) === wanted);
      const blocked = heldBy('blocked') + (isRestListed ? rest : 0);
      const free = heldBy('free') + (isRestListed ? 0 : rest);
      const now =
        listed.has(id) || (kind === 'entity' && blocked * 2 >= parts)
          ? 'blocked'
          : kind === 'individual' || free * 2 > parts
            ? 'free'
            : undefined;
      if (!now || standing.has(id)) continue;
      standing.set(id, now);
      isChanged = true;
    }
  }
  return standing;
}

function sumIn(
  holdings: readonly CountedHolding[],
  shares: readonly number[],
  owned: string,
  counts: (holding: CountedHolding) => boolean = () => true,
): number {
  return holdings.reduce(
    (sum, holding, index) => (holding.owned === owned && counts(holding) ? sum + (shares[index] ?? 0) : sum),
    0,
  );
}
