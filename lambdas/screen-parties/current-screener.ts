import type { IndexStore } from '../../adapters/lists/index-store.ts';
import type { ListStore } from '../../adapters/lists/list-store.ts';
import type { ListsInUse } from '../../adapters/lists/lists-in-use.ts';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import { RunObjectMissingError } from '../../domain/rescreening/rescreening-errors.ts';
import { createScreener } from '../../domain/screening/create-screener.ts';
import { IndexRefusedError } from '../../domain/screening/index/index-refused-error.ts';
import { listedEntries, type EntryOfMatch } from '../../domain/screening/index/listed-entries.ts';
import { openIndex, type ScreeningIndex } from '../../domain/screening/index/open-index.ts';
import type { Screener } from '../../domain/screening/screening.ts';
import type { ListCompiler } from '../runtime/compiled-lists.ts';
import { entriesInUse } from '../runtime/list-files.ts';
import { count, note, noteTrouble } from '../runtime/observability.ts';
import type { Policies } from '../runtime/policies.ts';

/** A screener that also knows whom it found. */
export interface ListScreener extends Screener {
  /** The listed party of one of its matches. */
  readonly entry: EntryOfMatch;
}

/** A screener over the lists in use, or why there is none: then nobody is screened, and nobody clear. */
export type AvailableScreener = ListScreener | { readonly unavailable: 'listUnavailable' | 'listUnusable' };

export interface ScreenerSources {
  readonly lists: Pick<ListStore, 'inUse' | 'read'>;
  readonly indexes: Pick<IndexStore, 'get'>;
  readonly compiler: ListCompiler;
  readonly policy: Pick<Policies['provider'], 'matcher'>;
}

/** Keeps the screener of the lists in use between invocations, and opens the index anew when there is another. */
export function currentScreener(sources: ScreenerSources): () => Promise<AvailableScreener> {
  let held: ListScreener | undefined;
  return async () => {
    const inUse = await sources.lists.inUse();
    if (!inUse) return unavailable('listUnavailable', 'no list was accepted yet');
    try {
      if (!held || !isOf(held, inUse, sources.compiler)) held = await openScreener(sources, inUse);
      count('ListsUnusable', 0);
      return held;
    } catch (error) {
      if (!isUnusable(error)) throw error;
      return unavailable('listUnusable', error.message);
    }
  };
}

function isOf(held: Screener, { listDigest, index }: ListsInUse, compiler: ListCompiler): boolean {
  if (held.listDigest !== listDigest) return false;
  return index === null || !compiler.reads(index) || held.indexDigest === index.digest;
}

async function openScreener(sources: ScreenerSources, inUse: ListsInUse): Promise<ListScreener> {
  const index = openIndex(await indexBytes(sources, inUse));
  refuseOther(index, inUse, sources.compiler);
  const { threshold } = sources.policy.matcher;
  return { ...createScreener(index, { threshold }), entry: listedEntries(index) };
}

/**
 * The index in use; after a new matcher was deployed, and until the nightly run has compiled one for it, an index of
 * the same lists compiled here: the same bytes under the same digest, only slower to come by.
 */
async function indexBytes(
  { lists, indexes, compiler }: ScreenerSources,
  inUse: ListsInUse,
): Promise<Uint8Array> {
  const { index } = inUse;
  if (index && compiler.reads(index)) return indexes.get(index.digest);
  const compiledBy = index?.matcherVersion ?? 'none';
  note('INDEX_COMPILED_HERE', { compiledBy, matcherVersion: compiler.matcherVersion });
  return compiler.compile(await entriesInUse(lists, inUse.lists), inUse);
}

/** What a file says of itself has to be what it is in use as. */
function refuseOther({ about }: ScreeningIndex, { listDigest }: ListsInUse, compiler: ListCompiler): void {
  if (about.listDigest === listDigest && about.matcherVersion === compiler.matcherVersion) return;
  throw new IndexRefusedError(
    `lists ${listDigest} and matcher ${compiler.matcherVersion}`,
    `lists ${about.listDigest} and matcher ${about.matcherVersion}`,
    'Publish the lists again',
  );
}

function isUnusable(error: unknown): error is Error {
  return (
    error instanceof ListRefusedError ||
    error instanceof IndexRefusedError ||
    error instanceof RunObjectMissingError
  );
}

function unavailable(because: 'listUnavailable' | 'listUnusable', detail: string): AvailableScreener {
  noteTrouble('LIST_UNUSABLE', { because, detail });
  count('ListsUnusable', 1);
  return { unavailable: because };
}
