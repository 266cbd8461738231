import {
  fractionOfPercent,
  whole,
  zero,
  formatFraction,
  parseFraction,
} from '../../../domain/ownership/fraction.ts';
import type { Holding, OwnershipParty, ShareRange } from '../../../domain/ownership/holding.ts';
import { ownedByListed, type OwnershipFindings } from '../../../domain/ownership/owned-by-listed.ts';
import { ownershipGraph } from '../../../domain/ownership/ownership-graph.ts';

export const day = '2026-11-23';
export const sdn = 'ofac-sdn';
export const half = parseFraction('1/2');

/** `X 50 A`, `X 30-60 A`, `X ? A`: owner, percent or range of it, entity. */
export function holding(text: string, changes: Partial<Holding> = {}): Holding {
  const [owner = '', share = '', owned = ''] = text.split(' ');
  return { owner, owned, share: rangeOf(share), from: null, to: null, hasControl: false, ...changes };
}

function rangeOf(text: string): ShareRange {
  if (text === '?') return { minimum: zero, maximum: whole };
  const [minimum = '', maximum = minimum] = text.split('-');
  return { minimum: fractionOfPercent(Number(minimum)), maximum: fractionOfPercent(Number(maximum)) };
}

/** X, Y and Z are individuals; so is whoever is written in small letters. All others are entities. */
export function partiesIn(holdings: readonly Holding[]): OwnershipParty[] {
  const ids = new Set(holdings.flatMap(({ owner, owned }) => [owner, owned]));
  return [...ids].map((id) => ({ id, kind: /^(?:[XYZ]|[a-z].*)$/.test(id) ? 'individual' : 'entity' }));
}

export interface Question {
  readonly listed?: readonly string[];
  readonly notScreened?: readonly string[];
  readonly asOf?: string;
}

/** By default, X and Y are on the SDN list. */
export function findingsOf(
  facts: readonly (string | Holding)[],
  { listed = ['X', 'Y'], notScreened = [], asOf = day }: Question = {},
): OwnershipFindings {
  const holdings = facts.map((fact) => (typeof fact === 'string' ? holding(fact) : fact));
  return ownedByListed(
    ownershipGraph(partiesIn(holdings), holdings, asOf),
    { listed: new Map(listed.map((id) => [id, [sdn]])), notScreened: new Set(notScreened) },
    { lists: [sdn], atLeast: half },
  );
}

/** Entity → blocked, free (false) or undetermined (null). */
export function verdicts({ findings }: OwnershipFindings): Record<string, boolean | null> {
  return Object.fromEntries(findings.map(({ party, isBlocked }) => [party, isBlocked]));
}

export function aggregateOf({ findings }: OwnershipFindings, party: string): string {
  const found = findings.find((finding) => finding.party === party);
  if (!found) throw new RangeError(`there is no finding about ${party}`);
  return `${formatFraction(found.aggregate.minimum)} to ${formatFraction(found.aggregate.maximum)}`;
}
