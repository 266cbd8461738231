import { screenedFields, type ScreenedField } from './entry-digest.ts';
import { entryKey, type ListedEntry } from './listed-entry.ts';

export interface ChangedEntry<Before, After> {
  readonly before: Before;
  readonly after: After;
  readonly fields: readonly ScreenedField[];
}

export interface EntryDelta<Before = ListedEntry, After = Before> {
  readonly added: readonly After[];
  readonly removed: readonly Before[];
  /** Changed in what screening looks at; a new programme or address line alone is no change. */
  readonly changed: readonly ChangedEntry<Before, After>[];
}

/**
 * What became of the entries of one list, or of several, between two versions; in the order of the lists. Another order
 * of an entry's names is a change here: of two that fit equally well a match names the first.
 */
export function compareEntries<Before extends ListedEntry, After extends ListedEntry>(
  before: readonly Before[],
  after: readonly After[],
): EntryDelta<Before, After> {
  const earlier = new Map(before.map((entry) => [entryKey(entry), entry]));
  const later = new Set(after.map(entryKey));
  return {
    added: after.filter((entry) => !earlier.has(entryKey(entry))),
    removed: before.filter((entry) => !later.has(entryKey(entry))),
    changed: after.flatMap((entry) => {
      const known = earlier.get(entryKey(entry));
      const fields = known === undefined ? [] : fieldsWrittenOtherwise(known, entry);
      return known === undefined || fields.length === 0 ? [] : [{ before: known, after: entry, fields }];
    }),
  };
}

function fieldsWrittenOtherwise(before: ListedEntry, after: ListedEntry): ScreenedField[] {
  return screenedFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

export interface TouchedEntries<Entry> {
  /** New entries, and those that say something else now: what everybody has to be compared with anew. */
  readonly present: readonly Entry[];
  /** Keys of all of them, and of those that are gone: what earlier results of them say counts no more. */
  readonly keys: readonly string[];
}

/** What a new version of the lists changes for screening. */
export function touchedEntries<After extends ListedEntry>(
  before: readonly ListedEntry[],
  after: readonly After[],
): TouchedEntries<After> {
  const { added, removed, changed } = compareEntries(before, after);
  const touched = new Set([...added, ...changed.map((change) => change.after)]);
  // In the order of the lists, which the compiled file keeps.
  const present = after.filter((entry) => touched.has(entry));
  return { present, keys: [...present, ...removed].map(entryKey) };
}
