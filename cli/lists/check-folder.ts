import { compareEntries } from '../../domain/lists/compare-entries.ts';
import type { ConsolidatedSource } from '../../domain/lists/consolidated/read-consolidated.ts';
import type { FolderReading, UnreadFile } from '../../domain/lists/folder/folder-reading.ts';
import {
  judgePublication,
  type JudgedList,
  type PublicationGate,
  type RefusedList,
} from '../../domain/lists/gate/judge-publication.ts';
import type { ListEntry } from '../../domain/lists/list-entry.ts';
import { remarksShare, type FileReading, type ReadList } from '../../domain/lists/read-list.ts';

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
  readonly verdict: { readonly verdict: 'accepted' } | Pick<RefusedList, 'verdict' | 'because' | 'detail'>;
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
  /** Lists of the previous folder that this one does not bring: they would stay in use as they are. */
  readonly staying: readonly string[];
}

/** What was read, what the gate would say with the lists of an earlier folder in use, and what changed since. */
export function checkFolder(
  reading: FolderReading,
  previous: FolderReading | null,
  gate: PublicationGate,
): CheckReport {
  const before = previous?.lists ?? [];
  const judged = judgePublication(reading, before, gate);
  const told = new Set(judged.map(nameOf));
  return {
    digest: reading.digest,
    lists: judged.map((list) => reportOf(list, reading, before)),
    unread: reading.unread,
    sources: reading.sources,
    staying: before.map(({ summary }) => summary.list).filter((list) => !told.has(list)),
  };
}

const nameOf = (judged: JudgedList): string =>
  judged.verdict === 'accepted' ? judged.read.summary.list : judged.list;

function reportOf(judged: JudgedList, { lists }: FolderReading, before: readonly ReadList[]): ListReport {
  const list = nameOf(judged);
  const named = ({ summary }: ReadList) => summary.list === list;
  return {
    list,
    verdict: verdictOf(judged),
    ...factsOf(lists.find(named) ?? null, before.find(named) ?? null),
  };
}

function verdictOf(judged: JudgedList): ListReport['verdict'] {
  if (judged.verdict === 'accepted') return { verdict: 'accepted' };
  const { verdict, because, detail } = judged;
  return { verdict, because, detail };
}

function factsOf(read: ReadList | null, before: ReadList | null): Omit<ListReport, 'list' | 'verdict'> {
  if (read === null) return nothingRead;
  const { entries, names, digest, publishedOn } = read.summary;
  return {
    parties: entries,
    names,
    digest,
    publishedOn,
    remarksShare: remarksShare(read),
    files: Object.values(read.files),
    delta: before === null ? null : deltaOf(before.entries, read.entries),
  };
}

const nothingRead = {
  parties: null,
  names: null,
  digest: null,
  publishedOn: null,
  remarksShare: null,
  files: [],
  delta: null,
} as const;

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
