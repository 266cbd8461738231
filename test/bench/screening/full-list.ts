import type { ListEntry, ListedName } from '../../../domain/lists/list-entry.ts';
import { readPublication } from './history-facts.ts';
import { readNameList } from './name-list.ts';

/** The publication that the parties' kinds, dates and countries are taken from. */
export const factsDay = '2024-04-26';

/**
 * All names of August 2025, and for the parties that were listed in April 2024 what was published of them then: the
 * nearest to a whole list that lies in this repository. The others have names only.
 */
export function readFullList(): ListEntry[] {
  const facts = new Map(readPublication(factsDay).map((entry) => [entry.entryId, entry]));
  return readNameList().map((entry) => {
    const known = facts.get(entry.entryId);
    if (known === undefined) return entry;
    const weak = new Set(
      known.names.filter(({ quality }) => quality === 'weak').map(({ text }) => plain(text)),
    );
    const qualityOf = ({ text }: ListedName) =>
      weak.has(plain(text)) ? ('weak' as const) : ('strong' as const);
    return { ...known, names: entry.names.map((name) => ({ ...name, quality: qualityOf(name) })) };
  });
}

/** The extract writes `LAST First` where the publication writes `LAST, First`. */
function plain(name: string): string {
  return name.replaceAll(',', '').toLowerCase();
}
