import type { StakeRow } from '../stake-graph.ts';

/** One member of a circle: its value is what comes from outside, and the weighted values of members it is held by. */
export interface CircleEquation {
  readonly denominator: bigint;
  /** Positions in the circle, with weights in units of one over the denominator; they sum up to the whole at most. */
  readonly inside: readonly { readonly at: number; readonly weight: bigint }[];
}

/**
 * Members whose owners, followed far enough, lead out of the circle. The others hold each other wholly: nothing that
 * is held outside reaches them, and without them the equations have exactly one solution.
 */
export function leakingMembers(equations: readonly CircleEquation[]): boolean[] {
  const heldBy = equations.map((): number[] => []);
  const leaking: number[] = [];
  equations.forEach(({ denominator, inside }, member) => {
    let sum = 0n;
    for (const { at, weight } of inside) {
      sum += weight;
      if (weight > 0n) heldBy[at]?.push(member);
    }
    if (sum < denominator) leaking.push(member);
  });
  const leaks = equations.map(() => false);
  for (const member of leaking) leaks[member] = true;
  // The array grows while it is walked: that is the queue.
  for (const member of leaking) {
    for (const held of heldBy[member] ?? []) {
      if (leaks[held]) continue;
      leaks[held] = true;
      leaking.push(held);
    }
  }
  return leaks;
}

/**
 * @param places position in the circle by number of the party
 * @param weights parallel to the stakes of the row
 */
export function circleEquation(
  { denominator, stakes }: StakeRow,
  places: ReadonlyMap<number, number>,
  weights: readonly bigint[],
): CircleEquation {
  const inside = stakes.flatMap(({ owner }, index) => {
    const [at, weight] = [places.get(owner), weights[index] ?? 0n];
    return at === undefined || weight === 0n ? [] : [{ at, weight }];
  });
  return { denominator, inside };
}
