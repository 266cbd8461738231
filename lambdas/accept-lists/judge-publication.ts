import type { ListsInUse } from '../../adapters/lists/lists-in-use.ts';
import { acceptList } from '../../domain/lists/accept-list.ts';
import { readingOf } from '../../domain/lists/consolidated/consolidated-sources.ts';
import type { FolderReading } from '../../domain/lists/folder/folder-reading.ts';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import type { ListId } from '../../domain/lists/list-ids.ts';
import { missingSources } from '../../domain/lists/missing-sources.ts';
import type { ReadList } from '../../domain/lists/read-list.ts';
import type { Policies } from '../runtime/policies.ts';
import type { ReadEntries } from '../runtime/list-files.ts';

export interface RefusedList {
  readonly verdict: 'refused';
  /** The list; the file where it cannot be told which list it would have been. */
  readonly list: string;
  readonly because: string;
  readonly detail: string;
}

export type JudgedList = RefusedList | { readonly verdict: 'accepted'; readonly read: ReadList };

export interface Gate {
  readonly policy: Pick<Policies['provider']['listGate'], 'lists' | 'consolidatedSources'>;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** What the gate says of each list of a publication, by itself: one that is refused keeps no other from use. */
export function judgePublication(
  reading: FolderReading,
  inUse: ListsInUse | null,
  entriesNow: ReadonlyMap<string, ReadEntries>,
  gate: Gate,
): JudgedList[] {
  const unreadable = reading.refused.map(({ list, error }) => refused(list, 'unreadable', error.message));
  const read = reading.lists.map((list) => judgeList(list, inUse, entriesNow, gate));
  return [...read, ...unreadable, ...vanished(reading, inUse, gate)];
}

function judgeList(
  read: ReadList,
  inUse: ListsInUse | null,
  entriesNow: ReadonlyMap<string, ReadEntries>,
  { policy, today }: Gate,
): JudgedList {
  const { list, publishedOn } = read.summary;
  // A day to come would bar every real publication until then.
  if (publishedOn !== null && publishedOn > today.slice(0, publishedOn.length))
    return refused(list, 'inTheFuture', `${publishedOn} has not come yet`);
  const current = inUse?.lists.find(({ summary }) => summary.list === list);
  const entries = entriesNow.get(list);
  // A damaged list in use must not bar the one that would replace it: its totals are known all the same.
  const known = entries === undefined || entries instanceof ListRefusedError ? {} : { entries };
  const before = current ? { summary: current.summary, ...known } : null;
  const verdict = acceptList(before, read, policy.lists[list as ListId]);
  return verdict.verdict === 'accepted' ? { verdict: 'accepted', read } : { list, ...verdict };
}

/**
 * The lists that the Consolidated Screening List should have brought and did not: those that policy asks for, and those
 * that were taken from such a file before. OFAC's own are not taken from it, so that it may come without them.
 */
function vanished(reading: FolderReading, inUse: ListsInUse | null, { policy }: Gate): RefusedList[] {
  if (reading.sources.length === 0) return [];
  const required = missingSources(reading.sources, policy.consolidatedSources).flatMap((start) => {
    const source = readingOf(start);
    return 'read' in source ? [source.read] : [];
  });
  const known = (inUse?.lists ?? []).flatMap(({ summary, files }) =>
    'consolidated' in files ? [summary.list] : [],
  );
  const present = new Set(reading.lists.map(({ summary }) => summary.list));
  return [...new Set<string>([...required, ...known])]
    .filter((list) => !present.has(list))
    .sort()
    .map((list) => refused(list, 'vanished', 'the Consolidated Screening List came without it'));
}

function refused(list: string, because: string, detail: string): RefusedList {
  return { verdict: 'refused', list, because, detail };
}
