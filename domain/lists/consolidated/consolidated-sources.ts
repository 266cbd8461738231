import type { ListId } from '../list-ids.ts';

/**
 * The lists inside the Consolidated Screening List, by how `source` starts. OFAC's are not taken from it: it has been
 * seen without them, lags behind, and reduces dates of birth to one day. OFAC's own files are.
 */
const sources: readonly { readonly start: string; readonly list: ListId | null }[] = [
  { start: 'Entity List (EL)', list: 'bis-entity' },
  { start: 'Military End User (MEU) List', list: 'bis-meu' },
  { start: 'Unverified List (UVL)', list: 'bis-unverified' },
  { start: 'Denied Persons List (DPL)', list: 'bis-dpl' },
  { start: 'Nonproliferation Sanctions (ISN)', list: 'state-isn' },
  { start: 'ITAR Debarred (DTC)', list: 'state-debarred' },
  { start: 'AECA Debarred', list: 'state-debarred' },
  { start: 'Specially Designated Nationals (SDN)', list: null },
  { start: 'Sectoral Sanctions Identifications List (SSI)', list: null },
  { start: 'Palestinian Legislative Council List (PLC)', list: null },
  { start: 'Non-SDN Chinese Military-Industrial Complex Companies List (CMIC)', list: null },
  { start: 'Non-SDN Menu-Based Sanctions List', list: null },
  { start: 'Capta List (CAP)', list: null },
  { start: 'CAPTA List', list: null },
  { start: 'Foreign Sanctions Evaders (FSE)', list: null },
];

/** What becomes of the parties under a source: read as a list, left to OFAC's own files, or of a source we do not know. */
export type SourceReading =
  { readonly read: ListId } | { readonly left: 'ofacPublishesIt' | 'unknownSource' };

export function readingOf(source: string): SourceReading {
  const known = sources.find(({ start }) => source.toLowerCase().startsWith(start.toLowerCase()));
  if (known === undefined) return { left: 'unknownSource' };
  return known.list === null ? { left: 'ofacPublishesIt' } : { read: known.list };
}
