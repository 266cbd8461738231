import type { IndexStore } from '../../adapters/lists/index-store.ts';
import type { CompiledIndex, ListsInUse } from '../../adapters/lists/lists-in-use.ts';
import type { ListedEntry } from '../../domain/lists/listed-entry.ts';
import { compileIndex } from '../../domain/screening/index/compile-index.ts';
import { indexFormat } from '../../domain/screening/index/index-file.ts';
import { matcherVersionWith } from '../../domain/screening/index/matcher-version.ts';
import type { WordCounts } from '../../domain/screening/words/word-weights.ts';

type ListsToCompile = Pick<ListsInUse, 'lists' | 'listDigest'>;

/** The matcher of this bundle, as far as indexes are concerned. */
export interface ListCompiler {
  readonly matcherVersion: string;
  /** @param entries some or all of those of the lists */
  compile(entries: readonly ListedEntry[], lists: ListsToCompile): Uint8Array;
  /** Whether this matcher reads the index; after a new one was deployed it has to be compiled again. */
  reads(index: CompiledIndex): boolean;
}

export function listCompiler(wordCounts: WordCounts): ListCompiler {
  const matcherVersion = matcherVersionWith(wordCounts);
  return {
    matcherVersion,
    compile: (entries, { listDigest, lists }) =>
      compileIndex(entries, { listDigest, lists: lists.map(({ summary }) => summary), wordCounts }),
    reads: (index) => index.matcherVersion === matcherVersion && index.format === indexFormat,
  };
}

/** Compiles all entries, once, and stores the index and, for telling later what changed, the entries. */
export async function storeCompiled(
  { compiler, indexes }: { readonly compiler: ListCompiler; readonly indexes: IndexStore },
  entries: readonly ListedEntry[],
  lists: ListsToCompile,
): Promise<CompiledIndex> {
  const digest = await indexes.put(compiler.compile(entries, lists));
  const entriesDigest = await indexes.putEntries(lists.listDigest, entries);
  return { digest, matcherVersion: compiler.matcherVersion, format: indexFormat, entriesDigest };
}
