import { Markup, markup, nothing } from '../../reporting/html/markup.ts';
import type { BeneficialOwners } from '../beneficial/beneficial-owners.ts';
import type { OwnerNetwork } from '../owner-network.ts';
import { drawEdge } from './draw-edge.ts';
import { cut, drawNode } from './draw-node.ts';
import { pictureGraph, type PictureEdge, type PictureGraph, type PictureNode } from './picture-graph.ts';
import { margin, placeNodes, type Placed } from './place-nodes.ts';
import { pictureStyle } from './picture-style.ts';

const headHeight = 84;
const legendHeight = 74;
const longestTitle = 70;

/**
 * Who is behind a subject, as one self-contained SVG that also prints in black and white: companies with corners, people
 * round, shares as lines, rights of control dashed, beneficial owners with a second outline and the words.
 *
 * @returns null for an id that is no entity of the network
 */
export function ownershipPicture(
  network: OwnerNetwork,
  found: BeneficialOwners,
  subject: string,
): string | null {
  const owners = found.ownersOf(subject);
  if (!owners) return null;
  const graph = pictureGraph(network, found, owners);
  const placed = placeNodes(graph, headHeight);
  const name = network.names.get(subject) ?? subject;
  const height = placed.height + legendHeight;
  const picture = markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${placed.width} ${height}" width="${placed.width}" height="${height}" role="img" aria-labelledby="ownership-title ownership-description">
<title id="ownership-title">Ownership of ${name}</title>
<desc id="ownership-description">${description(graph)}</desc>
<style>${new Markup(pictureStyle)}</style>
<defs><marker id="ownership-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"/></marker></defs>
<rect class="ground" width="${placed.width}" height="${height}"/>
<text class="title" x="${margin}" y="32">Ownership of ${cut(name, longestTitle)}</text>
<text class="note" x="${margin}" y="52">${noteOf(graph)}</text>
${drawnEdges(graph.edges, placed)}
${[...placed.nodes.values()].map(drawNode)}
${legend(placed.height + 30)}
</svg>`;
  return picture.toString();
}

function drawnEdges(edges: readonly PictureEdge[], { nodes }: Placed): Markup[] {
  const counts = new Map<string, number>();
  for (const { owner } of edges) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const seen = new Map<string, number>();
  return edges.map((edge) => {
    const [owner, owned] = [nodes.get(edge.owner), nodes.get(edge.owned)];
    const index = seen.get(edge.owner) ?? 0;
    seen.set(edge.owner, index + 1);
    return owner && owned
      ? drawEdge(edge, owner, owned, { index, count: counts.get(edge.owner) ?? 1 })
      : nothing;
  });
}

function noteOf({ leftOut, nodes }: PictureGraph): string {
  const unresolved = nodes.filter(({ gaps }) => gaps.length > 0).length;
  const open =
    unresolved === 0
      ? ''
      : ` ${unresolved} of the entities shown ${unresolved === 1 ? 'has' : 'have'} owners that are not known.`;
  const more = leftOut === 0 ? '' : ` ${leftOut} parties further up are not shown: there is no room.`;
  return `Owners above, lines lead to what they hold.${open}${more}`;
}

/** The picture in words, for who cannot see it. */
function description({ nodes, edges, leftOut }: PictureGraph): string {
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
  const people = nodes.filter(({ role }) => role === 'individual').map(sentenceOf);
  const lines = edges.map(
    ({ owner, owned, label }) => `${nameOf.get(owner) ?? owner} in ${nameOf.get(owned) ?? owned}: ${label}.`,
  );
  const gaps = nodes.flatMap(({ name, gaps: codes }) =>
    codes.length > 0 ? [`Not resolved: ${name} (${codes.join(', ')}).`] : [],
  );
  const more = leftOut > 0 ? [`${leftOut} parties are not shown.`] : [];
  return [...people, ...lines, ...gaps, ...more].join(' ');
}

function sentenceOf({ name, share, isBeneficialOwner }: PictureNode): string {
  const verdict =
    isBeneficialOwner === null
      ? 'may be a beneficial owner'
      : isBeneficialOwner
        ? 'is a beneficial owner'
        : 'is no beneficial owner';
  return `${name} ${verdict}${share === '' ? '' : `, with ${share} in all`}.`;
}

function legend(y: number): Markup {
  const x = margin;
  return markup`<g class="legend" aria-hidden="true">
<rect class="box" x="${x}" y="${y}" width="26" height="16" rx="2"/><text x="${x + 34}" y="${y + 13}">entity</text>
<rect class="box" x="${x + 92}" y="${y}" width="26" height="16" rx="8"/><text x="${x + 126}" y="${y + 13}">individual</text>
<rect class="second" x="${x + 203}" y="${y - 3}" width="32" height="22" rx="11"/><rect class="box" x="${x + 206}" y="${y}" width="26" height="16" rx="8"/><text x="${x + 243}" y="${y + 13}">beneficial owner</text>
<g class="unidentified"><rect class="box" x="${x + 362}" y="${y}" width="26" height="16" rx="2"/></g><text x="${x + 396}" y="${y + 13}">unresolved</text>
<g class="edge"><path d="M${x + 480} ${y + 8}h30"/></g><text x="${x + 518}" y="${y + 13}">share</text>
<g class="edge right"><path d="M${x + 566} ${y + 8}h30"/></g><text x="${x + 604}" y="${y + 13}">right, or indirect</text>
</g>`;
}
