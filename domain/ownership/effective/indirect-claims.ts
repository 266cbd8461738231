import { compare, subtract, zero, type Fraction } from '../fraction.ts';
import type { StakeGraph } from './stake-graph.ts';
import type { StatedStake } from './stated-stake.ts';

/** What is stated of indirect shares, by how it counts beside the chains of direct stakes. */
export interface IndirectClaims {
  /** An entity's, without a chain and with room beside the direct owners: as good as direct, since nothing else tells it. */
  readonly asDirect: ReadonlySet<StatedStake>;
  /** An entity's, without a chain or room: it must lie in what direct owners hold, and nobody says in whose part. */
  readonly unplaced: readonly StatedStake[];
  /** An individual's, without a chain: the only word there is of the share. It takes no room among direct owners. */
  readonly alone: readonly StatedStake[];
  /** An individual's, with a chain: both tell the same share, and must agree. */
  readonly besideChain: readonly StatedStake[];
}

export function indirectClaims(direct: StakeGraph, stakes: readonly StatedStake[]): IndirectClaims {
  const asDirect = new Set<StatedStake>();
  const claims = {
    alone: [] as StatedStake[],
    besideChain: [] as StatedStake[],
    unplaced: [] as StatedStake[],
  };
  const rooms = new Map<number, Fraction>();
  for (const stake of stakes) {
    const [owner, owned] = [direct.numbers.get(stake.owner), direct.numbers.get(stake.owned)];
    if (stake.way !== 'indirect' || owner === undefined || owned === undefined) continue;
    const isEntity = direct.parties[owner]?.kind === 'entity';
    const hasChain = leadsThroughOthers(direct, owned, owner);
    if (!isEntity) (hasChain ? claims.besideChain : claims.alone).push(stake);
    if (!isEntity || hasChain) continue;
    const left = subtract(rooms.get(owned) ?? roomIn(direct, owned), stake.share.minimum);
    if (compare(left, zero) < 0) {
      claims.unplaced.push(stake);
    } else {
      rooms.set(owned, left);
      asDirect.add(stake);
    }
  }
  return { asDirect, ...claims };
}

function roomIn({ rows }: StakeGraph, entity: number): Fraction {
  const { room = 1n, denominator = 1n } = rows[entity] ?? {};
  return { numerator: room, denominator };
}

/** Whether a way of two or more direct stakes leads from the entity up to the owner. */
function leadsThroughOthers({ rows }: StakeGraph, entity: number, owner: number): boolean {
  const first = (rows[entity]?.stakes ?? []).map((stake) => stake.owner).filter((party) => party !== owner);
  const seen = new Set([entity, ...first]);
  const queue = [...first];
  // The array grows while it is walked: that is the queue.
  for (const party of queue) {
    for (const stake of rows[party]?.stakes ?? []) {
      if (stake.owner === owner) return true;
      if (seen.has(stake.owner)) continue;
      seen.add(stake.owner);
      queue.push(stake.owner);
    }
  }
  return false;
}
