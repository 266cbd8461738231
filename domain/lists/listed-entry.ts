import type { ListEntry } from './list-entry.ts';

/** What of a list entry decides whether somebody matches it, and how well: all that a compiled index keeps. */
export type ListedEntry = Pick<
  ListEntry,
  'list' | 'entryId' | 'kind' | 'names' | 'birthDates' | 'countries' | 'identifiers'
>;

/** Without addresses, programmes, remarks, ties and the rows it stands in, which weigh nothing in a match. */
export function listedEntry(entry: ListedEntry): ListedEntry {
  const { list, entryId, kind, names, birthDates, countries, identifiers } = entry;
  return { list, entryId, kind, names, birthDates, countries, identifiers };
}

/** Tells entries apart, across lists. */
export function entryKey({ list, entryId }: Pick<ListEntry, 'list' | 'entryId'>): string {
  return `${list}/${entryId}`;
}
