import { canonicalJson } from '../audit/canonical-json.ts';
import type { ListEntry } from '../lists/list-entry.ts';
import type { Match } from '../screening/screening.ts';

/** What of a listed party decides whether somebody matches it, and how well. */
export type ComparedEntry = Pick<
  ListEntry,
  'list' | 'entryId' | 'kind' | 'names' | 'birthDates' | 'countries' | 'identifiers'
>;

/** What a new version of the lists changes for screening. */
export interface TouchedEntries<Entry> {
  /** New entries, and those that say something else now. */
  readonly changed: readonly Entry[];
  /** Keys of entries that are gone. */
  readonly removed: readonly string[];
}

export function comparedEntry(entry: ComparedEntry): ComparedEntry {
  const { list, entryId, kind, names, birthDates, countries, identifiers } = entry;
  return { list, entryId, kind, names, birthDates, countries, identifiers };
}

/** Addresses, programmes, remarks and the rows an entry stands in weigh nothing in a match and are left out. */
export function touchedEntries<Entry extends ComparedEntry>(
  before: readonly ComparedEntry[],
  after: readonly Entry[],
): TouchedEntries<Entry> {
  const known = new Map(before.map((entry) => [entryKey(entry), textOf(entry)]));
  const changed = after.filter((entry) => known.get(entryKey(entry)) !== textOf(entry));
  const present = new Set(after.map(entryKey));
  return { changed, removed: [...known.keys()].filter((key) => !present.has(key)) };
}

export function entryKey({ list, entryId }: Pick<Match, 'list' | 'entryId'>): string {
  return `${list}/${entryId}`;
}

function textOf(entry: ComparedEntry): string {
  return canonicalJson(comparedEntry(entry));
}
