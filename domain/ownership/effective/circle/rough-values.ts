import type { Ratio } from '../ratio.ts';
import type { StakeRow } from '../stake-graph.ts';

/** One member of a circle, for a rough look: its row, and where in the circle its owners stand or what they are worth. */
export interface RoughMember {
  readonly row: StakeRow;
  /** Parallel to the stakes: the place of an owner in the circle, or what an owner outside is worth. */
  readonly owners: readonly (number | { readonly worth: Ratio })[];
  /** What the member is worth whatever its owners are: 1 for the one that is asked about. */
  readonly fixed: number | null;
}

/** Beyond these the exact rounds do the rest. */
const mostSweeps = 300;
const smallestStep = 1e-13;
const bits = 52n;

/**
 * About the best case of each member, in doubles: good enough to choose shares by, so that the exact rounds that follow
 * have little left to better. It decides nothing: they find the same ends from any values.
 */
export function roughValues(members: readonly RoughMember[]): Ratio[] {
  const plain = members.map(plainMember);
  const values = members.map(({ fixed }) => fixed ?? 0);
  let step = Infinity;
  for (let sweep = 0; sweep < mostSweeps && step > smallestStep; sweep += 1) {
    step = 0;
    members.forEach(({ fixed }, at) => {
      if (fixed !== null) return;
      const value = bestOf(plain[at], values);
      step = Math.max(step, value - (values[at] ?? 0));
      values[at] = value;
    });
  }
  return values.map((value) => ({
    numerator: BigInt(Math.round(value * 2 ** Number(bits))),
    denominator: 2n ** bits,
  }));
}

interface PlainMember {
  readonly room: number;
  readonly stakes: readonly {
    readonly least: number;
    readonly width: number;
    readonly at: number | null;
    readonly worth: number;
  }[];
}

function plainMember({ row, owners }: RoughMember): PlainMember {
  const share = (units: bigint) => plainNumber({ numerator: units, denominator: row.denominator });
  return {
    room: share(row.room),
    stakes: row.stakes.map(({ least, most }, index) => {
      const owner = owners[index] ?? 0;
      const isInside = typeof owner === 'number';
      return {
        ...{ least: share(least), width: share(most - least) },
        ...{ at: isInside ? owner : null, worth: isInside ? 0 : plainNumber(owner.worth) },
      };
    }),
  };
}

function bestOf(member: PlainMember | undefined, values: readonly number[]): number {
  if (!member) return 0;
  const worth = member.stakes.map(({ least, width, at, worth: fixed }) => ({
    ...{ least, width },
    worth: at === null ? fixed : (values[at] ?? 0),
  }));
  worth.sort((left, right) => right.worth - left.worth);
  let [room, sum] = [member.room, 0];
  for (const { least, width, worth: each } of worth) {
    const given = Math.min(width, room);
    room -= given;
    sum += (least + given) * each;
  }
  return Math.min(sum, 1);
}

/** Numerators and denominators may be beyond what a double holds; their quotient is not. */
function plainNumber({ numerator, denominator }: Ratio): number {
  return Number((numerator << bits) / denominator) / 2 ** Number(bits);
}
