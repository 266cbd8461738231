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
  const searched = { listDigest, indexDigest: (await indexFor(deps, inUse)).digest };
  const isSameMatcher = last?.basis.matcherVersion === deps.compiler.matcherVersion;
  if (last && isSameMatcher && last.basis.listDigest === listDigest)
    return { ...searched, deltaIndexDigest: null, touched: [] };
  const before = last ? await deps.indexes.entries(last.basis.listDigest) : null;
  if (!before) return { ...searched, deltaIndexDigest: null, touched: null };
  const { present, keys } = touchedEntries(before, await storedEntries(deps, inUse));
  const hasDelta = isSameMatcher && present.length > 0;
  const delta = hasDelta ? await deps.indexes.put(deps.compiler.compile(present, inUse)) : null;
  return { ...searched, deltaIndexDigest: delta, touched: keys };
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

async function storedEntries(deps: ListDependencies, inUse: ListsInUse): Promise<readonly ListedEntry[]> {
  const stored = await deps.indexes.entries(inUse.listDigest);
  if (stored) return stored;
  const entries = await entriesInUse(deps.lists, inUse.lists);
  await deps.indexes.putEntries(inUse.listDigest, entries);
  return entries;
}
