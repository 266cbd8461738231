import type { EntryKind } from '../list-entry.ts';

/** `null` for a kind of party that is new to us. */
export function entryKindOf(text: string): EntryKind | null {
  const kind = text.trim().toLowerCase();
  return kind === 'individual' || kind === 'entity' || kind === 'vessel' || kind === 'aircraft' ? kind : null;
}
