import { isLess, one, overCommonDenominator, type Ratio } from './ratio.ts';
import type { StakeRow } from './stake-graph.ts';

/** What each holder has of an entity, directly and through others. Holders without any are left out. */
export type HolderRow = ReadonlyMap<number, Ratio>;

/** By entity and holder: shares that are stated and lead through nobody who is named. */
export type ClaimedShares = ReadonlyMap<number, HolderRow>;

const none: Ratio = { numerator: 0n, denominator: 1n };
const noRow: HolderRow = new Map();

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

  values({ stakes }: StakeRow, holder: number): Ratio[] {
    return stakes.map(({ owner }) => this.value(owner, holder));
  }

  /** Everybody who has something of the entity by a claim or through these owners. */
  holdersIn(entity: number, { stakes }: StakeRow): Set<number> {
    const holders = new Set(this.#claims.get(entity)?.keys());
    for (const { owner } of stakes) {
      if (this.isHolder(owner)) holders.add(owner);
      for (const holder of this.of(owner).keys()) holders.add(holder);
    }
    return holders;
  }

  withClaim(entity: number, holder: number, value: Ratio): Ratio {
    const claim = this.#claims.get(entity)?.get(holder);
    if (!claim) return value;
    const { numerators, denominator } = overCommonDenominator([claim, value]);
    const sum = { numerator: (numerators[0] ?? 0n) + (numerators[1] ?? 0n), denominator };
    return claim.isExcluded || value.isExcluded ? { ...sum, isExcluded: true } : sum;
  }
}
