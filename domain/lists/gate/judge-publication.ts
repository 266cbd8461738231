import type { ProviderPack } from '../../policy/policy-pack.ts';
import { acceptList, type ListInUse } from '../accept-list.ts';
import type { FolderReading } from '../folder/folder-reading.ts';
import type { ListId } from '../list-ids.ts';
import { missingSources } from '../missing-sources.ts';
import type { ReadList } from '../read-list.ts';
import type { ListRefusal } from './list-refusal.ts';

export interface RefusedList {
  readonly verdict: 'refused';
  /** The list; the file or folder where it cannot be told which list it would have been. */
  readonly list: string;
  readonly because:
    ListRefusal | 'anotherUnusable' | 'inTheFuture' | 'noList' | 'sublistMissing' | 'unreadable' | 'vanished';
  readonly detail: string;
}

export type JudgedList = RefusedList | { readonly verdict: 'accepted'; readonly read: ReadList };

export interface PublicationGate {
  readonly policy: Pick<ProviderPack['listGate'], 'lists' | 'consolidatedSources'>;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** A list that the publication may take the place of, with the files it was read from, by the name its reader gives each. */
export interface EarlierList extends ListInUse {
  readonly files: Readonly<Record<string, unknown>>;
}

/** What the gate says of each list of a publication, by itself: one that is refused keeps no other from use. */
export function judgePublication(
  reading: FolderReading,
  before: readonly EarlierList[],
  gate: PublicationGate,
): JudgedList[] {
  return [
    ...reading.lists.map((read) => judgeList(read, before, gate)),
    ...reading.refused.map(({ list, error }) => refused(list, 'unreadable', error.message)),
    ...vanished(reading, before),
    ...withoutSublists(reading, gate),
  ];
}

function judgeList(
  read: ReadList,
  before: readonly EarlierList[],
  { policy, today }: PublicationGate,
): JudgedList {
  const { list, publishedOn } = read.summary;
  // A day to come would bar every real publication until then. A month sorts before each of its days.
  if (publishedOn !== null && publishedOn > today)
    return refused(list, 'inTheFuture', `${publishedOn} has not come yet`);
  const current = before.find(({ summary }) => summary.list === list) ?? null;
  const verdict = acceptList(current, read, policy.lists[list as ListId]);
  return verdict.verdict === 'accepted' ? { verdict: 'accepted', read } : { list, ...verdict };
}

/** Lists that were taken from the Consolidated Screening List before, and that it came without. */
function vanished({ lists, refused: unreadable, sources }: FolderReading, before: readonly EarlierList[]) {
  if (sources.length === 0) return [];
  const told = new Set([...lists.map(({ summary }) => summary.list), ...unreadable.map(({ list }) => list)]);
  return before
    .filter(({ files, summary }) => 'consolidated' in files && !told.has(summary.list))
    .map(({ summary }) =>
      refused(summary.list, 'vanished', 'the Consolidated Screening List came without it'),
    );
}

/** OFAC's parts are not taken from that file; but one that lacks them is not whole, and somebody is to look. */
function withoutSublists({ sources }: FolderReading, { policy }: PublicationGate): RefusedList[] {
  if (sources.length === 0) return [];
  const missing = missingSources(sources, policy.consolidatedSources);
  return missing.length === 0
    ? []
    : [refused('consolidated', 'sublistMissing', `it came without ${missing.join('; ')}`)];
}

function refused(list: string, because: RefusedList['because'], detail: string): RefusedList {
  return { verdict: 'refused', list, because, detail };
}
