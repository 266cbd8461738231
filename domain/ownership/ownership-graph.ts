import { KycError } from '../errors/kyc-error.ts';
import { add, compare, formatFraction, whole, zero, type Fraction } from './fraction.ts';
import { isHeldOn, type Holding, type OwnershipParty } from './holding.ts';

/** A holding says something that no graph of owners can contain. */
export class HoldingInvalidError extends KycError {
  override readonly name = 'HoldingInvalidError';
}

/** Who holds what in whom on one day. Parties are numbered in the order of their ids. */
export interface OwnershipGraph {
  /** YYYY-MM-DD */
  readonly asOf: string;
  readonly parties: readonly OwnershipParty[];
  numberOf(id: string): number | undefined;
  holdingsBy(owner: number): readonly Stake[];
  holdingsIn(owned: number): readonly Stake[];
  /** The sum of all least shares in an entity: what named holders are known to hold. Above one is contradictory. */
  attributed(owned: number): Fraction;
}

export interface Stake {
  readonly owner: number;
  readonly owned: number;
  readonly holding: Holding;
}

const none: readonly Stake[] = [];

/**
 * @param asOf the day, YYYY-MM-DD: holdings of other days do not count
 * @throws HoldingInvalidError for a party named twice or not at all, an individual that is owned, a range outside 0 to 1
 */
export function ownershipGraph(
  parties: readonly OwnershipParty[],
  holdings: readonly Holding[],
  asOf: string,
): OwnershipGraph {
  const ordered = [...parties].sort((one, other) => (one.id < other.id ? -1 : 1));
  const numbers = new Map(ordered.map(({ id }, number) => [id, number]));
  if (numbers.size !== ordered.length) throw twice(ordered);
  const byOwner = new Map<number, Stake[]>();
  const byOwned = new Map<number, Stake[]>();
  const stakes = holdings.map((holding) => checkedStake(holding, ordered, numbers)).sort(inOrder);
  for (const stake of stakes) {
    if (!isHeldOn(stake.holding, asOf)) continue;
    append(byOwner, stake.owner, stake);
    append(byOwned, stake.owned, stake);
  }
  return {
    asOf,
    parties: ordered,
    numberOf: (id) => numbers.get(id),
    holdingsBy: (owner) => byOwner.get(owner) ?? none,
    holdingsIn: (owned) => byOwned.get(owned) ?? none,
    attributed: (owned) =>
      (byOwned.get(owned) ?? none).reduce((sum, { holding }) => add(sum, holding.share.minimum), zero),
  };
}

function checkedStake(
  holding: Holding,
  parties: readonly OwnershipParty[],
  numbers: ReadonlyMap<string, number>,
): Stake {
  const [owner, owned] = [numbers.get(holding.owner), numbers.get(holding.owned)];
  if (owner === undefined || owned === undefined) {
    throw invalid(
      holding,
      `names party ${owner === undefined ? holding.owner : holding.owned}`,
      'a known party',
    );
  }
  if (parties[owned]?.kind !== 'entity')
    throw invalid(holding, 'is in an individual', 'an entity: nobody is owned');
  const { minimum, maximum } = holding.share;
  if (compare(minimum, zero) < 0 || compare(minimum, maximum) > 0 || compare(maximum, whole) > 0) {
    const range = `${formatFraction(minimum)} to ${formatFraction(maximum)}`;
    throw invalid(holding, `has the share ${range}`, 'a range within 0 to 1, the lower end first');
  }
  return { owner, owned, holding };
}

function invalid({ owner, owned }: Holding, found: string, expected: string): HoldingInvalidError {
  return new HoldingInvalidError(
    `the holding of ${owner} in ${owned} ${found}; expected ${expected}. Correct the facts and ask again.`,
  );
}

function twice(ordered: readonly OwnershipParty[]): HoldingInvalidError {
  const found = ordered.find(({ id }, number) => id === ordered[number + 1]?.id)?.id ?? '';
  return new HoldingInvalidError(
    `party ${found} stands twice in the graph; expected once. Merge its facts and ask again.`,
  );
}

/** Any order of the facts gives the same graph, and so the same chains through it. */
function inOrder(one: Stake, other: Stake): number {
  return (
    one.owner - other.owner ||
    one.owned - other.owned ||
    compare(one.holding.share.minimum, other.holding.share.minimum) ||
    compare(one.holding.share.maximum, other.holding.share.maximum)
  );
}

function append(stakes: Map<number, Stake[]>, key: number, stake: Stake): void {
  const known = stakes.get(key);
  if (known) known.push(stake);
  else stakes.set(key, [stake]);
}
