import { add, compare, whole, zero, type Fraction } from '../fraction.ts';
import { commonMultiple } from './ratio.ts';
import type { NetworkParty, StatedNetwork, StatedStake } from './stated-stake.ts';

/** What one owner holds directly in an entity, in units of one over the row's denominator. */
export interface RowStake {
  readonly owner: number;
  readonly least: bigint;
  readonly most: bigint;
  readonly mostIsExcluded: boolean;
}

/** The direct owners of one entity, each once, in the order of their numbers. */
export interface StakeRow {
  readonly denominator: bigint;
  readonly stakes: readonly RowStake[];
  /** What the least shares leave of the whole. */
  readonly room: bigint;
  readonly isRanged: boolean;
}

/** Parties numbered in the order of their ids, and the rows of the entities. */
export interface StakeGraph {
  readonly parties: readonly NetworkParty[];
  readonly numbers: ReadonlyMap<string, number>;
  /** By number; undefined for whoever is no entity. */
  readonly rows: readonly (StakeRow | undefined)[];
  /** Entities whose least shares add up to more than the whole, with that sum. */
  readonly contradictory: ReadonlyMap<number, Fraction>;
}

/**
 * @param counts which of the stakes count; those of parties that the network does not name never do
 */
export function stakeGraph(
  { parties, stakes }: StatedNetwork,
  counts: (stake: StatedStake) => boolean,
): StakeGraph {
  const ordered = [...parties].sort((left, right) => (left.id < right.id ? -1 : 1));
  const numbers = new Map(ordered.map(({ id }, number) => [id, number]));
  const merged = ordered.map(({ kind }) => (kind === 'entity' ? new Map<number, Merged>() : undefined));
  for (const stake of stakes) {
    const [owner, owned] = [numbers.get(stake.owner), numbers.get(stake.owned)];
    // What a company holds of itself has no owner apart from those it has anyway.
    if (owner === undefined || owned === undefined || owner === owned || !counts(stake)) continue;
    const row = merged[owned];
    row?.set(owner, mergedWith(row.get(owner), stake));
  }
  const contradictory = new Map<number, Fraction>();
  const rows = merged.map((row, number) => {
    if (!row) return undefined;
    const sum = [...row.values()].reduce((total, { minimum }) => add(total, minimum), zero);
    if (compare(sum, whole) <= 0) return rowOf(row);
    contradictory.set(number, sum);
    return rowOf(new Map([...row.keys()].map((owner) => [owner, unbounded])));
  });
  return { parties: ordered, numbers, rows, contradictory };
}

interface Merged {
  readonly minimum: Fraction;
  readonly maximum: Fraction;
  readonly maximumIsExcluded: boolean;
}

/** Of shares that contradict each other nothing follows: each of the owners may hold nothing, or all. */
const unbounded: Merged = { minimum: zero, maximum: whole, maximumIsExcluded: false };

function mergedWith(known: Merged | undefined, { share }: StatedStake): Merged {
  if (!known) return share;
  const maximum = add(known.maximum, share.maximum);
  const isWhole = compare(maximum, whole) > 0;
  return {
    minimum: add(known.minimum, share.minimum),
    maximum: isWhole ? whole : maximum,
    maximumIsExcluded: !isWhole && (known.maximumIsExcluded || share.maximumIsExcluded),
  };
}

function rowOf(row: ReadonlyMap<number, Merged>): StakeRow {
  let denominator = 1n;
  for (const { minimum, maximum } of row.values()) {
    denominator = commonMultiple(commonMultiple(denominator, minimum.denominator), maximum.denominator);
  }
  const units = (share: Fraction) => share.numerator * (denominator / share.denominator);
  const stakes = [...row]
    .map(([owner, { minimum, maximum, maximumIsExcluded }]) => ({
      ...{ owner, least: units(minimum), most: units(maximum) },
      mostIsExcluded: maximumIsExcluded,
    }))
    .filter(({ most }) => most > 0n)
    .sort((left, right) => left.owner - right.owner);
  const room = stakes.reduce((rest, { least }) => rest - least, denominator);
  return { denominator, stakes, room, isRanged: stakes.some(({ least, most }) => least < most) };
}
