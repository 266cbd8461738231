import type { EntryKind } from '../list-entry.ts';
import { quoted, recordRefused } from './xml-refusal.ts';

/** Where in a file the kind of a party was read. */
export interface PartyPlace {
  readonly file: string;
  readonly row: number;
  readonly id: string;
}

/** @throws ListRefusedError for a kind of party that is new to us */
export function entryKind(text: string, { file, row, id }: PartyPlace): EntryKind {
  const kind = text.trim().toLowerCase();
  if (kind === 'individual' || kind === 'entity' || kind === 'vessel' || kind === 'aircraft') return kind;
  throw recordRefused(file, row, 'an individual, entity, vessel or aircraft', `${quoted(text)} (${id})`);
}
