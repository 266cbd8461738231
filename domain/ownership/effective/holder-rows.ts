import { isLess, one, overCommonDenominator, type Ratio } from './ratio.ts';
import type { RowStake, StakeRow } from './stake-graph.ts';

/** What each holder has of an entity, directly and through others. Holders without any are left out. */
export type HolderRow = ReadonlyMap<number, Ratio>;

/** By entity and holder: shares that are stated and lead through nobody who is named. */
export type ClaimedShares = ReadonlyMap<number, HolderRow>;

const none: Ratio = { numerator: 0n, denominator: 1n };
const noRow: HolderRow = new Map();

/** Some stakes of a row, and what a holder has of the owner of each. */
interface Worth {
  readonly stakes: RowStake[];
  readonly values: Ratio[];
}

const noWorth = (): Worth => ({ stakes: [], values: [] });

/** The holders that are asked about, and what they have of the entities solved so far. */
export class HolderRows {
  readonly #rows: (HolderRow | undefined)[] = [];
  readonly #claims: ClaimedShares;
  readonly isHolder: (party: number) => boolean;

  /** @param isHolder everybody who is no entity, and entities whose own reach is asked for */
  constructor(isHolder: (party: number) => boolean, claims: ClaimedShares) {
    this.isHolder = isHolder;
    this.#claims = claims;
  }

  of(entity: number): HolderRow {
    return this.#rows[entity] ?? noRow;
  }

  set(entity: number, values: ReadonlyMap<number, Ratio>): void {
    const row = new Map<number, Ratio>();
    for (const [holder, value] of values) {
      // A claim beside other ways may add up to more than there is.
      if (value.numerator > 0n) row.set(holder, isLess(one, value) ? one : value);
    }
    this.#rows[entity] = row;
  }

  /** What the holder has of the party: the whole of itself. */
  value(party: number, holder: number): Ratio {
    return party === holder ? one : (this.#rows[party]?.get(holder) ?? none);
  }

  /** By holder: the stakes through which it has something of the row's entity, with what it has of their owners. */
  worthIn(entity: number, { stakes }: Pick<StakeRow, 'stakes'>): Map<number, Worth> {
    const found = new Map<number, Worth>();
    for (const holder of this.#claims.get(entity)?.keys() ?? []) found.set(holder, noWorth());
    for (const stake of stakes) {
      const put = (holder: number, value: Ratio) => {
        const worth = found.get(holder) ?? noWorth();
        worth.stakes.push(stake);
        worth.values.push(value);
        found.set(holder, worth);
      };
      if (this.isHolder(stake.owner)) put(stake.owner, one);
      for (const [holder, value] of this.of(stake.owner)) put(holder, value);
    }
    return found;
  }

  withClaim(entity: number, holder: number, value: Ratio): Ratio {
    const claim = this.#claims.get(entity)?.get(holder);
    if (!claim) return value;
    const { numerators, denominator } = overCommonDenominator([claim, value]);
    const sum = { numerator: (numerators[0] ?? 0n) + (numerators[1] ?? 0n), denominator };
    return claim.isExcluded || value.isExcluded ? { ...sum, isExcluded: true } : sum;
  }
}
