import { differingFields, type ScreenedField } from './entry-digest.ts';
import type { ListEntry } from './list-entry.ts';

export interface ChangedEntry {
  readonly before: ListEntry;
  readonly after: ListEntry;
  readonly fields: readonly ScreenedField[];
}

export interface EntryDelta {
  readonly added: readonly ListEntry[];
  readonly removed: readonly ListEntry[];
  /** Changed in what screening looks at; a new programme or address line alone is no change. */
  readonly changed: readonly ChangedEntry[];
}

/** What became of a list's entries between two publications, by entry id, in the order of the lists. */
export function compareEntries(before: readonly ListEntry[], after: readonly ListEntry[]): EntryDelta {
  const earlier = new Map(before.map((entry) => [entry.entryId, entry]));
  const later = new Set(after.map(({ entryId }) => entryId));
  return {
    added: after.filter(({ entryId }) => !earlier.has(entryId)),
    removed: before.filter(({ entryId }) => !later.has(entryId)),
    changed: after.flatMap((entry) => {
      const known = earlier.get(entry.entryId);
      const fields = known === undefined ? [] : differingFields(known, entry);
      return known === undefined || fields.length === 0 ? [] : [{ before: known, after: entry, fields }];
    }),
  };
}
