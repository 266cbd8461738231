import { leastWeights } from './best-weights.ts';
import { circleEquation } from './circle/circle-equation.ts';
import { solveCircle, type OutsideShare } from './circle/solve-circle.ts';
import { HolderRows, type ClaimedShares } from './holder-rows.ts';
import { one, type Ratio } from './ratio.ts';
import type { StakeGraph, StakeRow } from './stake-graph.ts';

const noStakes: StakeRow = { denominator: 1n, stakes: [], room: 1n, isRanged: false };

/**
 * What each holder has at least: (I − A)⁻¹ of the least direct shares, group by group. No share is below its minimum
 * and more of any direct share is never less in the end, so nobody has less; the facts allow exactly this much.
 */
export function solveLeast(
  graph: StakeGraph,
  groups: readonly (readonly number[])[],
  isHolder: (party: number) => boolean,
  claims: ClaimedShares,
): HolderRows {
  const rows = new HolderRows(isHolder, claims);
  for (const group of groups) {
    const [single = -1] = group;
    if (group.length === 1) rows.set(single, shares(single, graph.rows[single] ?? noStakes, rows));
    else solveGroup(graph, group, rows);
  }
  return rows;
}

/** @param through the owners through whom shares are counted */
function shares(entity: number, through: StakeRow, rows: HolderRows): Map<number, Ratio> {
  const found = new Map<number, Ratio>();
  const held = through.stakes.filter(({ least }) => least > 0n);
  for (const [holder, { stakes, values }] of rows.worthIn(entity, { stakes: held })) {
    const { value } = leastWeights({ ...through, stakes }, values);
    found.set(holder, rows.withClaim(entity, holder, value));
  }
  return found;
}

function solveGroup(graph: StakeGraph, group: readonly number[], rows: HolderRows): void {
  const places = new Map(group.map((entity, place) => [entity, place]));
  const all = group.map((entity) => graph.rows[entity] ?? noStakes);
  const equations = all.map((row) =>
    circleEquation(
      row,
      places,
      row.stakes.map(({ least }) => least),
    ),
  );
  const found = group.map(() => new Map<number, Ratio>());
  const solve = solveCircle(equations);
  for (const [holder, outside] of outsideShares(group, all, places, rows)) {
    solve(outside).forEach((value, at) => found[at]?.set(holder, value));
  }
  group.forEach((entity, place) => {
    if (!rows.isHolder(entity)) return;
    // What a member holds of the others: its own owners do not matter to that, so ways end where they reach it.
    const ending = equations.map((each, at) => (at === place ? { ...each, inside: [] } : each));
    solveCircle(ending)([{ at: place, share: one }]).forEach((value, at) => {
      if (at !== place) found[at]?.set(entity, value);
    });
  });
  group.forEach((entity, place) => {
    rows.set(entity, found[place] ?? new Map<number, Ratio>());
  });
}

/** By holder: the members of the circle that it has a share of through owners outside, and how much. */
function outsideShares(
  group: readonly number[],
  all: readonly StakeRow[],
  places: ReadonlyMap<number, number>,
  rows: HolderRows,
): Map<number, OutsideShare[]> {
  const byHolder = new Map<number, OutsideShare[]>();
  all.forEach((row, at) => {
    const outside = { ...row, stakes: row.stakes.filter(({ owner }) => !places.has(owner)) };
    for (const [holder, share] of shares(group[at] ?? -1, outside, rows)) {
      const known = byHolder.get(holder);
      if (known) known.push({ at, share });
      else byHolder.set(holder, [{ at, share }]);
    }
  });
  return byHolder;
}
