import type { ListStore } from '../../adapters/lists/list-store.ts';
import type { ListSummary } from '../../domain/lists/accept-list.ts';
import type { ListEntry } from '../../domain/lists/list-entry.ts';
import { ofacSdn } from '../../domain/lists/read-ofac-set.ts';
import { NoListInUseError } from '../../domain/rescreening/rescreening-errors.ts';
import { compileIndex } from '../../domain/screening/index/compile-index.ts';
import type { WordCounts } from '../../domain/screening/words/word-weights.ts';
import { readCurrentEntries } from '../runtime/current-entries.ts';

export interface ListVersion {
  /** Names the lists together. */
  readonly listDigest: string;
  readonly lists: readonly ListSummary[];
}

export interface ListsInUse {
  /** Which version is in use, without reading it; null before a list was accepted. */
  digest(): Promise<string | null>;
  read(): Promise<ListVersion & { readonly entries: readonly ListEntry[] }>;
}

/** Compiles some of a version's entries. */
export type CompileEntries = (entries: readonly ListEntry[], version: ListVersion) => Uint8Array;

export function listsInUse(store: ListStore): ListsInUse {
  return {
    digest: async () => (await store.current(ofacSdn))?.summary.digest ?? null,
    async read() {
      const current = await store.current(ofacSdn);
      if (!current) throw new NoListInUseError('no list was accepted yet; publish one (kyc lists publish)');
      const { entries, summary } = await readCurrentEntries(store, current);
      return { entries, listDigest: summary.digest, lists: [summary] };
    },
  };
}

export function compileWith(wordCounts: WordCounts): CompileEntries {
  return (entries, { listDigest, lists }) => compileIndex(entries, { listDigest, lists, wordCounts });
}
