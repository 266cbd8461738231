import { markup, nothing, type Markup } from '../../reporting/html/markup.ts';
import { box, type PlacedNode } from './place-nodes.ts';

const longestName = 21;
const longestLine = 31;

/** Companies have corners, people are round, whoever is not known is dashed; owners by law have a second outline and say so. */
export function drawNode(node: PlacedNode): Markup {
  const { x, y, name, id, role, isBeneficialOwner, gaps } = node;
  const left = x - box.width / 2;
  const radius = role === 'individual' ? box.height / 2 : 3;
  const full = [`${name} (${id})`, markOf(node), node.share, ...node.control, ...gaps].filter(
    (text) => text !== '',
  );
  const isMarked = isBeneficialOwner !== false;
  const second = isMarked
    ? markup`<rect class="second${isBeneficialOwner === null ? ' open' : ''}" x="${left - 5}" y="${y - 5}" width="${box.width + 10}" height="${box.height + 10}" rx="${radius + 5}"/>`
    : nothing;
  return markup`<g class="node ${role}"><title>${full.join('; ')}</title>${second}
<rect class="box${gaps.length > 0 ? ' gap' : ''}" x="${left}" y="${y}" width="${box.width}" height="${box.height}" rx="${radius}"/>
<text class="name" x="${x}" y="${y + 23}">${cut(name, longestName)}</text>
<text class="mark" x="${x}" y="${y + 40}">${markOf(node)}</text>
<text class="share" x="${x}" y="${y + 56}">${cut(belowName(node), longestLine)}</text></g>`;
}

function markOf({ role, isBeneficialOwner, gaps }: PlacedNode): string {
  if (isBeneficialOwner === true) return 'BENEFICIAL OWNER';
  if (isBeneficialOwner === null) return 'OWNER? NOT DETERMINED';
  if (role === 'subject') return gaps.length > 0 ? 'SUBJECT, UNRESOLVED' : 'SUBJECT';
  if (role === 'unidentified') return 'UNRESOLVED';
  return gaps.length > 0 ? 'UNRESOLVED' : '';
}

function belowName({ share, control, gaps }: PlacedNode): string {
  return share === '' ? [...control, ...gaps].join(', ') : `${share} in all`;
}

/** By characters as people count them, so that none is cut in two. */
export function cut(text: string, longest: number): string {
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
