import { markup, type Markup } from '../../reporting/html/markup.ts';
import { cut } from './draw-node.ts';
import type { PictureEdge } from './picture-graph.ts';
import { box, type PlacedNode } from './place-nodes.ts';

/** One edge among those that leave the same owner. */
export interface EdgePlace {
  readonly index: number;
  readonly count: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const longestLabel = 34;

/** Downwards from owner to owned; against the order of levels, as circles need it, upwards. */
export function drawEdge(edge: PictureEdge, owner: PlacedNode, owned: PlacedNode, place: EdgePlace): Markup {
  const isDown = owned.y > owner.y;
  const [path, label] = isDown ? downwards(owner, owned, place) : upwards(owner, owned, place);
  const text = cut(edge.label, longestLabel);
  return markup`<g class="edge${edge.isDashed ? ' right' : ''}"><title>${owner.name} in ${owned.name}: ${edge.label}</title>
<path d="${path}" marker-end="url(#ownership-arrow)"/>
<text x="${round1(label.x)}" y="${round1(label.y)}">${text}</text></g>`;
}

function downwards(owner: PlacedNode, owned: PlacedNode, { index, count }: EdgePlace): [string, Point] {
  const spread = count > 1 ? (index / (count - 1) - 0.5) * box.width * 0.5 : 0;
  const from = { x: owner.x + spread, y: owner.y + box.height };
  const to = { x: owned.x + (owner.x - owned.x) * 0.12, y: owned.y - 7 };
  const middle = (from.y + to.y) / 2;
  const path = curve(from, { x: from.x, y: middle }, { x: to.x, y: middle }, to);
  // Nearer to the owner, where fewer lines meet; on the curve.
  const at = 0.26 + 0.13 * (index % 3);
  return [path, onCurve(from, { x: from.x, y: middle }, { x: to.x, y: middle }, to, at)];
}

/** Up from the owner's upper edge, or below both where they stand in one row: between the rows there is room. */
function upwards(owner: PlacedNode, owned: PlacedNode, { index }: EdgePlace): [string, Point] {
  const isLevel = owner.y === owned.y;
  const aside = box.width * (0.3 + 0.04 * (index % 4));
  const from = { x: owner.x + aside, y: isLevel ? owner.y + box.height : owner.y };
  const to = { x: owned.x + (isLevel ? -aside : aside), y: owned.y + box.height + 7 };
  const bend = isLevel ? from.y + 46 : (from.y + to.y) / 2;
  const path = curve(from, { x: from.x, y: bend }, { x: to.x, y: bend }, to);
  return [path, onCurve(from, { x: from.x, y: bend }, { x: to.x, y: bend }, to, 0.5)];
}

function curve(...points: readonly [Point, Point, Point, Point]): string {
  const [from, first, second, to] = points.map(({ x, y }) => `${round1(x)} ${round1(y)}`);
  return `M${from}C${first} ${second} ${to}`;
}

function onCurve(from: Point, first: Point, second: Point, to: Point, at: number): Point {
  const rest = 1 - at;
  const mix = (pick: (point: Point) => number) =>
    rest ** 3 * pick(from) +
    3 * rest ** 2 * at * pick(first) +
    3 * rest * at ** 2 * pick(second) +
    at ** 3 * pick(to);
  return { x: mix(({ x }) => x), y: mix(({ y }) => y) + 4 };
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
