import { acceptList, type ListVerdict } from '../../domain/lists/accept-list.ts';
import { compareEntries } from '../../domain/lists/compare-entries.ts';
import type { ConsolidatedSource } from '../../domain/lists/consolidated/read-consolidated.ts';
import type { FolderReading, UnreadFile } from '../../domain/lists/folder/folder-reading.ts';
import type { ListEntry } from '../../domain/lists/list-entry.ts';
import { missingSources } from '../../domain/lists/missing-sources.ts';
import { remarksShare, type FileReading, type ReadList } from '../../domain/lists/read-list.ts';
import type { ProviderPack } from '../../domain/policy/policy-pack.ts';

type ListGates = ProviderPack['listGate'];

/** The number of entries that a delta names. */
const examples = 3;

export interface DeltaReport {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly examples: readonly string[];
}

export interface ListReport {
  readonly list: string;
  readonly verdict:
    ListVerdict | { readonly verdict: 'refused'; readonly because: string; readonly detail: string };
  /** The rest is `null` for a list that could not be read. */
  readonly parties: number | null;
  readonly names: number | null;
  readonly digest: string | null;
  readonly publishedOn: string | null;
  readonly remarksShare: number | null;
  readonly files: readonly FileReading[];
  readonly delta: DeltaReport | null;
}

export interface CheckReport {
  readonly digest: string;
  readonly lists: readonly ListReport[];
  readonly unread: readonly UnreadFile[];
  readonly sources: readonly ConsolidatedSource[];
}

/** What was read, what the gate says, and what changed since an earlier folder. */
export function checkFolder(
  reading: FolderReading,
  previous: FolderReading | null,
  gates: ListGates,
): CheckReport {
  const earlier = (list: string) => previous?.lists.find(({ summary }) => summary.list === list) ?? null;
  const refused = reading.refused.map(({ list, error }) => unreadable(list, 'unreadable', error.message));
  const vanished = (previous?.lists ?? []).filter(
    ({ summary }) =>
      !reading.lists.some((read) => read.summary.list === summary.list) &&
      !reading.refused.some(({ list }) => list === summary.list),
  );
  return {
    digest: reading.digest,
    lists: [
      ...reading.lists.map((read) => reportOf(read, earlier(read.summary.list), gates)),
      ...refused,
      ...vanished.map(({ summary }) =>
        unreadable(summary.list, 'vanished', 'the previous folder has this list'),
      ),
      ...withoutSources(reading, gates),
    ],
    unread: reading.unread,
    sources: reading.sources,
  };
}

function reportOf(read: ReadList, before: ReadList | null, gates: ListGates): ListReport {
  const { list, entries, names, digest, publishedOn } = read.summary;
  const gate = gates.lists[list as keyof ListGates['lists']];
  return {
    list,
    verdict: acceptList(before, read, gate),
    parties: entries,
    names,
    digest,
    publishedOn,
    remarksShare: remarksShare(read),
    files: Object.values(read.files),
    delta: before === null ? null : deltaOf(before.entries, read.entries),
  };
}

function deltaOf(before: readonly ListEntry[], after: readonly ListEntry[]): DeltaReport {
  const { added, removed, changed } = compareEntries(before, after);
  const named = (mark: string, entry: ListEntry) => `${mark} ${entry.entryId} ${entry.names[0]?.text ?? ''}`;
  return {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    examples: [
      ...added.slice(0, examples).map((entry) => named('+', entry)),
      ...removed.slice(0, examples).map((entry) => named('-', entry)),
      ...changed
        .slice(0, examples)
        .map(({ after: entry, fields }) => `${named('~', entry)} (${fields.join(', ')})`),
    ],
  };
}

function withoutSources({ sources }: FolderReading, gates: ListGates): ListReport[] {
  if (sources.length === 0) return [];
  const missing = missingSources(sources, gates.consolidatedSources);
  return missing.length === 0
    ? []
    : [unreadable('consolidated', 'sublistMissing', `it came without ${missing.join('; ')}`)];
}

function unreadable(list: string, because: string, detail: string): ListReport {
  return {
    list,
    verdict: { verdict: 'refused', because, detail },
    parties: null,
    names: null,
    digest: null,
    publishedOn: null,
    remarksShare: null,
    files: [],
    delta: null,
  };
}
