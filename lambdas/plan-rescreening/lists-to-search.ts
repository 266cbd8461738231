import type { IndexStore } from '../../adapters/lists/index-store.ts';
import type { ListStore } from '../../adapters/lists/list-store.ts';
import type { CompiledIndex, ListsInUse } from '../../adapters/lists/lists-in-use.ts';
import type { RescreeningRecord } from '../../adapters/records/rescreening-store.ts';
import { touchedEntries } from '../../domain/lists/compare-entries.ts';
import type { ListedEntry } from '../../domain/lists/listed-entry.ts';
import { NoListInUseError } from '../../domain/rescreening/rescreening-errors.ts';
import { storeCompiled, type ListCompiler } from '../runtime/compiled-lists.ts';
import { inUseEntry } from '../runtime/in-use-entry.ts';
import { entriesInUse } from '../runtime/list-files.ts';
import type { CommitAudited } from '../runtime/records.ts';

export interface ListDependencies {
  readonly lists: Pick<ListStore, 'inUse' | 'putInUse' | 'read'>;
  readonly indexes: IndexStore;
  readonly compiler: ListCompiler;
  readonly commit: CommitAudited;
  readonly now: () => Date;
}

/** What a run searches, and what of it is new. */
export interface ListsToSearch {
  readonly listDigest: string;
  readonly indexDigest: string;
  /** Of the entries stored of these lists; absent where nobody has noted it. */
  readonly entriesDigest?: string | undefined;
  /** Null where nothing changed, or what changed is not known. */
  readonly deltaIndexDigest: string | null;
  /** Keys of entries that changed since the last run; null when that cannot be told. */
  readonly touched: readonly string[] | null;
}

/** The lists in use, compiled for this matcher, and the index of what the last run has not seen. */
export async function listsToSearch(
  deps: ListDependencies,
  last: RescreeningRecord | null,
): Promise<ListsToSearch> {
  const inUse = await deps.lists.inUse();
  if (!inUse) throw new NoListInUseError('no list was accepted yet; publish one (kyc lists publish)');
  const { listDigest } = inUse;
  const index = await indexFor(deps, inUse);
  const searched = { listDigest, indexDigest: index.digest, entriesDigest: index.entriesDigest };
  const isSameMatcher = last?.basis.matcherVersion === deps.compiler.matcherVersion;
  if (last && isSameMatcher && last.basis.listDigest === listDigest)
    return { ...searched, deltaIndexDigest: null, touched: [] };
  const before = last && (await entriesOf(deps, last));
  if (!before) return { ...searched, deltaIndexDigest: null, touched: null };
  const now = await storedEntries(deps, inUse, index);
  const { present, keys } = touchedEntries(before, now.entries);
  const hasDelta = isSameMatcher && present.length > 0;
  const delta = hasDelta ? await deps.indexes.put(deps.compiler.compile(present, inUse)) : null;
  return { ...searched, entriesDigest: now.digest, deltaIndexDigest: delta, touched: keys };
}

/** What the last run searched. Others than it recorded would hide what has changed since, and so do not count. */
async function entriesOf(
  { indexes }: ListDependencies,
  { basis }: RescreeningRecord,
): Promise<readonly ListedEntry[] | null> {
  return basis.entriesDigest === undefined ? null : indexes.entries(basis.listDigest, basis.entriesDigest);
}

/** After a new matcher was deployed its first run compiles the lists again, for everybody. */
async function indexFor(deps: ListDependencies, inUse: ListsInUse): Promise<CompiledIndex> {
  if (inUse.index && deps.compiler.reads(inUse.index)) return inUse.index;
  const index = await storeCompiled(deps, await entriesInUse(deps.lists, inUse.lists), inUse);
  const at = deps.now();
  const next = { ...inUse, revision: inUse.revision + 1, index, changedAt: at.toISOString() };
  const entry = inUseEntry('plan-rescreening', next, at);
  await deps.commit('lists in use', [deps.lists.putInUse(next)], [entry]);
  return index;
}

interface StoredEntries {
  readonly entries: readonly ListedEntry[];
  readonly digest: string;
}

async function storedEntries(
  deps: ListDependencies,
  { listDigest, lists }: ListsInUse,
  { entriesDigest: digest }: CompiledIndex,
): Promise<StoredEntries> {
  const stored = digest === undefined ? null : await deps.indexes.entries(listDigest, digest);
  if (digest !== undefined && stored) return { entries: stored, digest };
  const entries = await entriesInUse(deps.lists, lists);
  return { entries, digest: await deps.indexes.putEntries(listDigest, entries) };
}
