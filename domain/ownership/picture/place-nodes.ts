import type { PictureEdge, PictureGraph, PictureNode } from './picture-graph.ts';

export const box = { width: 196, height: 66 } as const;
const gap = { x: 34, y: 78 } as const;
export const margin = 36;
/** Wider levels go on in a further row. */
const mostInRow = 16;
const sweeps = 6;

export interface PlacedNode extends PictureNode {
  /** The middle of its upper edge, in pixels. */
  readonly x: number;
  readonly y: number;
}

export interface Placed {
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  readonly width: number;
  readonly height: number;
}

/** Owners above, the subject at the bottom; within a level near to those they are connected with. */
export function placeNodes({ nodes, edges }: PictureGraph, headHeight: number): Placed {
  const rows = rowsOf(nodes, edges);
  const widest = Math.max(...rows.map((row) => row.length));
  const inner = widest * box.width + (widest - 1) * gap.x;
  // The legend needs room, however few boxes there are.
  const width = Math.max(inner, 740) + 2 * margin;
  const placed = new Map<string, PlacedNode>();
  rows.forEach((row, at) => {
    const span = row.length * box.width + (row.length - 1) * gap.x;
    row.forEach((node, column) => {
      const x = (width - span) / 2 + column * (box.width + gap.x) + box.width / 2;
      placed.set(node.id, { ...node, x, y: headHeight + at * (box.height + gap.y) });
    });
  });
  return { nodes: placed, width, height: headHeight + rows.length * (box.height + gap.y) - gap.y };
}

function rowsOf(nodes: readonly PictureNode[], edges: readonly PictureEdge[]): PictureNode[][] {
  const levels: PictureNode[][] = [];
  for (const node of nodes) (levels[node.level] ??= []).push(node);
  const neighbours = new Map(nodes.map(({ id }) => [id, [] as string[]]));
  for (const { owner, owned } of edges) {
    neighbours.get(owner)?.push(owned);
    neighbours.get(owned)?.push(owner);
  }
  const positions = new Map<string, number>();
  const spread = (level: readonly PictureNode[]) => {
    level.forEach(({ id }, at) => positions.set(id, (at + 0.5) / level.length));
  };
  levels.forEach(spread);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const level of levels) {
      const wish = new Map(level.map(({ id }) => [id, meanOf(neighbours.get(id) ?? [], positions, id)]));
      level.sort((left, right) => (wish.get(left.id) ?? 0) - (wish.get(right.id) ?? 0));
      spread(level);
    }
  }
  return levels.flatMap(wrapped).reverse();
}

function meanOf(neighbours: readonly string[], positions: ReadonlyMap<string, number>, id: string): number {
  if (neighbours.length === 0) return positions.get(id) ?? 0;
  return neighbours.reduce((sum, each) => sum + (positions.get(each) ?? 0), 0) / neighbours.length;
}

/** In rows of about the same length, dealt out in turn, so that each stays near to those it is connected with. */
function wrapped(level: readonly PictureNode[]): PictureNode[][] {
  const rows = Math.ceil(level.length / mostInRow);
  return Array.from({ length: rows }, (_, row) => level.filter((_node, at) => at % rows === row));
}
