import type { BeneficialOwners, SubjectOwners } from '../beneficial/beneficial-owners.ts';
import type { OwnerNetwork } from '../owner-network.ts';
import { shareText } from './percent-text.ts';

export type NodeRole = 'subject' | 'entity' | 'individual' | 'unidentified';

export interface PictureNode {
  readonly id: string;
  readonly name: string;
  readonly role: NodeRole;
  /** How many steps above the subject. */
  readonly level: number;
  /** What an individual has of the subject in the end; empty for nothing. */
  readonly share: string;
  /** By which rights an individual may control the subject. */
  readonly control: readonly string[];
  /** Of an individual; false also of whoever is none. */
  readonly isBeneficialOwner: boolean | null;
  /** Codes of what is not known of the owners of this entity. */
  readonly gaps: readonly string[];
}

export interface PictureEdge {
  readonly owner: string;
  readonly owned: string;
  readonly label: string;
  /** A right of control, or a share that only its own statement tells of. */
  readonly isDashed: boolean;
}

export interface PictureGraph {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Parties above the subject for whom there was no room. */
  readonly leftOut: number;
}

/** A person finds their way in no more than this. */
const mostNodes = 40;

/** The subject and who is above it, the nearest first, as far as there is room. */
export function pictureGraph(
  network: OwnerNetwork,
  { shares }: BeneficialOwners,
  owners: SubjectOwners,
): PictureGraph {
  const all = edgesOf(network, shares);
  const above = new Map<string, string[]>();
  for (const { owner, owned } of all) {
    const known = above.get(owned);
    if (known) known.push(owner);
    else above.set(owned, [owner]);
  }
  const levels = new Map([[owners.subject, 0]]);
  // The map grows while it is walked: that is the queue.
  for (const [id, level] of levels) {
    for (const owner of above.get(id) ?? []) if (!levels.has(owner)) levels.set(owner, level + 1);
  }
  const drawn = new Map([...levels].slice(0, mostNodes));
  return {
    nodes: [...drawn].map(([id, level]) => nodeOf(id, level, network, owners)),
    edges: all.filter(({ owner, owned }) => drawn.has(owner) && drawn.has(owned)),
    leftOut: levels.size - drawn.size,
  };
}

function edgesOf(
  { rights }: OwnerNetwork,
  { graph, claimedAlone }: BeneficialOwners['shares'],
): PictureEdge[] {
  const idOf = (party: number) => graph.parties[party]?.id ?? '';
  const stakes = graph.rows.flatMap((row, entity) =>
    (row?.stakes ?? []).map(({ owner, least, most, mostIsExcluded }): PictureEdge => {
      const denominator = row?.denominator ?? 1n;
      const label = graph.contradictory.has(entity)
        ? 'contradictory'
        : shareText({
            minimum: { numerator: least, denominator },
            maximum: { numerator: most, denominator },
            maximumIsExcluded: mostIsExcluded,
          });
      return { owner: idOf(owner), owned: idOf(entity), label, isDashed: false };
    }),
  );
  const claims = claimedAlone.map(({ owner, owned, share }) => ({
    ...{ owner, owned, isDashed: true },
    label: `${shareText(share)} indirect`,
  }));
  const byPair = new Map<string, PictureEdge>();
  for (const { holder, entity, type } of rights) {
    const key = JSON.stringify([holder, entity]);
    const known = byPair.get(key);
    const label = known ? `${known.label}, ${inWords(type)}` : inWords(type);
    byPair.set(key, { owner: holder, owned: entity, label, isDashed: true });
  }
  return [...stakes, ...claims, ...byPair.values()];
}

function nodeOf(id: string, level: number, network: OwnerNetwork, owners: SubjectOwners): PictureNode {
  const kind = network.parties.find((party) => party.id === id)?.kind ?? 'unidentified';
  const owner = owners.owners.find(({ person }) => person === id);
  const gaps = owners.unresolved.filter(({ entity }) => entity === id).map(({ code }) => inWords(code));
  return {
    ...{ id, level },
    name: network.names.get(id) ?? (kind === 'unidentified' ? 'Not identified' : id),
    role: level === 0 ? 'subject' : kind,
    share: owner && owner.share.maximum.numerator > 0n ? shareText(owner.share) : '',
    control: owner?.control.map(inWords) ?? [],
    isBeneficialOwner: owner ? owner.isBeneficialOwner : false,
    gaps: [...new Set(gaps)],
  };
}

/** `appointmentOfBoard` → `appointment of board` */
function inWords(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
