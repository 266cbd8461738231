import type { IndexStore } from '../../adapters/lists/index-store.ts';
import type { ListStore } from '../../adapters/lists/list-store.ts';
import type { CurrentList, ListsInUse } from '../../adapters/lists/lists-in-use.ts';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import type { RefusedList } from '../../domain/lists/gate/judge-publication.ts';
import type { ListEntry } from '../../domain/lists/list-entry.ts';
import { setDigest, sha256 } from '../../domain/lists/list-digest.ts';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import type { ReadList } from '../../domain/lists/read-list.ts';
import { RunObjectMissingError } from '../../domain/rescreening/rescreening-errors.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { storeCompiled, type ListCompiler } from '../runtime/compiled-lists.ts';
import { inUseEntry } from '../runtime/in-use-entry.ts';
import { entriesInUse } from '../runtime/list-files.ts';
import type { CommitAudited } from '../runtime/records.ts';
import { carriedDays } from './carried-days.ts';

export interface InUseDependencies {
  readonly lists: ListStore;
  readonly indexes: IndexStore;
  readonly compiler: ListCompiler;
  readonly commit: CommitAudited;
  readonly now: () => Date;
}

export interface AcceptedLists {
  readonly accepted: readonly ReadList[];
  /** Where each file lies, by its name in lower case. */
  readonly keys: ReadonlyMap<string, string>;
}

export interface PutIntoUse {
  readonly inUse: ListsInUse | null;
  /** Accepted by the gate, and yet of no use: another list in use cannot be read, and none may be searched without it. */
  readonly refused: readonly RefusedList[];
}

/** Compiles the accepted lists with those that stay, and puts them into use in one transaction with the audit entries. */
export async function putIntoUse(
  deps: InUseDependencies,
  { accepted, keys }: AcceptedLists,
  before: ListsInUse | null,
): Promise<PutIntoUse> {
  const changed = accepted.filter(({ summary }) => !isInUse(summary, before));
  const isDue = changed.length > 0 || (accepted.length > 0 && !(await hasIndex(deps, before)));
  if (!isDue) return { inUse: before, refused: [] };
  const at = deps.now();
  const records = await Promise.all(changed.map((read) => nextRecord(deps.lists, read, keys, at)));
  const staying = (before?.lists ?? []).filter(
    ({ summary }) => !records.some((record) => record.summary.list === summary.list),
  );
  try {
    const entries = new Map(accepted.map((read) => [read.summary.list, read.entries]));
    const next = await compiled(deps, [...staying, ...records].sort(byList), entries);
    const inUse: ListsInUse = { ...next, revision: (before?.revision ?? 0) + 1, changedAt: at.toISOString() };
    await enter(deps, records, inUse);
    return { inUse, refused: [] };
  } catch (error) {
    if (!(error instanceof ListRefusedError)) throw error;
    const detail = `a list in use cannot be read: ${error.message}`;
    const why = { because: 'anotherUnusable', detail } as const;
    return {
      inUse: before,
      refused: accepted.map(({ summary }) => ({ verdict: 'refused', list: summary.list, ...why })),
    };
  }
}

function isInUse({ list, digest }: ReadList['summary'], inUse: ListsInUse | null): boolean {
  return inUse?.lists.some(({ summary }) => summary.list === list && summary.digest === digest) ?? false;
}

/** Whether the index in use is of this matcher, and there: publishing a list again also mends what is not. */
async function hasIndex(
  { compiler, indexes }: InUseDependencies,
  inUse: ListsInUse | null,
): Promise<boolean> {
  const index = inUse?.index;
  if (!index || !compiler.reads(index)) return false;
  try {
    await indexes.get(index.digest);
    return true;
  } catch (error) {
    if (error instanceof RunObjectMissingError) return false;
    throw error;
  }
}

async function compiled(
  deps: InUseDependencies,
  lists: readonly CurrentList[],
  known: ReadonlyMap<string, readonly ListEntry[]>,
): Promise<Pick<ListsInUse, 'lists' | 'listDigest' | 'index'>> {
  const others = lists.filter(({ summary }) => !known.has(summary.list));
  const read = Map.groupBy(await entriesInUse(deps.lists, others), ({ list }) => list);
  const entries = lists.flatMap(({ summary: { list } }) => known.get(list) ?? read.get(list) ?? []);
  const version = { lists: [...lists], listDigest: setDigest(lists.map(({ summary }) => summary)) };
  return { ...version, index: await storeCompiled(deps, entries, version) };
}

async function nextRecord(
  store: Pick<ListStore, 'current'>,
  read: ReadList,
  keys: ReadonlyMap<string, string>,
  at: Date,
): Promise<CurrentList> {
  const current = await store.current(read.summary.list);
  const places = Object.entries(read.files).flatMap(([name, { file, sha256: digest }]) => {
    const key = keys.get(file);
    return key === undefined ? [] : [[name, { key, sha256: digest }] as const];
  });
  return {
    revision: (current?.revision ?? 0) + 1,
    summary: { ...read.summary },
    files: Object.fromEntries(places),
    carried: carriedDays(read),
    acceptedAt: at.toISOString(),
  };
}

async function enter(
  deps: InUseDependencies,
  records: readonly CurrentList[],
  inUse: ListsInUse,
): Promise<void> {
  const at = deps.now();
  const entries: AuditEntry[] = records.map(({ summary, revision, files }) =>
    auditEntry('accept-lists', {
      at,
      action: 'list.accepted',
      subject: { kind: 'list', id: summary.list, revision },
      evidence: sha256(JSON.stringify(files)),
      lists: summary.digest,
      outcome: summary.publishedOn === null ? [] : [summary.publishedOn],
    }),
  );
  const items = [...records.map((record) => deps.lists.put(record)), deps.lists.putInUse(inUse)];
  await deps.commit('lists in use', items, [...entries, inUseEntry('accept-lists', inUse, at)]);
}

const byList = (one: CurrentList, other: CurrentList): number =>
  one.summary.list < other.summary.list ? -1 : 1;
