import { bestWeights } from './best-weights.ts';
import { mostInCircle } from './circle/most-in-circle.ts';
import { HolderRows, type ClaimedShares } from './holder-rows.ts';
import type { Ratio } from './ratio.ts';
import type { StakeGraph } from './stake-graph.ts';

/**
 * What each holder can have at most, were the direct shares chosen within their ranges in its favour, those of one
 * entity never adding up to more than the whole. Each holder has a best case of its own, and it is met: the bound is
 * the least there is. Where no range is involved it is the least share itself.
 */
export function solveMost(
  graph: StakeGraph,
  groups: readonly (readonly number[])[],
  least: HolderRows,
  claims: ClaimedShares,
): HolderRows {
  const rows = new HolderRows(least.isHolder, claims);
  const isOpen: boolean[] = [];
  for (const group of groups) {
    const open = group.some((entity) => {
      const row = graph.rows[entity];
      return claims.has(entity) || row?.isRanged === true || row?.stakes.some(({ owner }) => isOpen[owner]);
    });
    for (const entity of group) isOpen[entity] = open;
    if (!open) for (const entity of group) rows.set(entity, least.of(entity));
    else if (group.length > 1) mostInCircle(graph, group, rows);
    else setSingle(graph, group[0] ?? -1, rows);
  }
  return rows;
}

function setSingle(graph: StakeGraph, entity: number, rows: HolderRows): void {
  const row = graph.rows[entity];
  const found = new Map<number, Ratio>();
  if (row) {
    for (const [holder, { stakes, values }] of rows.worthIn(entity, row)) {
      const { value } = bestWeights({ ...row, stakes }, values);
      found.set(holder, rows.withClaim(entity, holder, value));
    }
  }
  rows.set(entity, found);
}
