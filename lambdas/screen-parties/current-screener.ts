import type { CurrentList, ListStore } from '../../adapters/lists/list-store.ts';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import { ofacSdn } from '../../domain/lists/read-ofac-set.ts';
import type { ListEntry } from '../../domain/lists/list-entry.ts';
import { createScreener } from '../../domain/screening/create-screener.ts';
import { compileIndex } from '../../domain/screening/index/compile-index.ts';
import { openIndex } from '../../domain/screening/index/open-index.ts';
import type { Match, Screener } from '../../domain/screening/screening.ts';
import { readCurrentEntries } from '../runtime/current-entries.ts';
import type { Policies } from '../runtime/policies.ts';
import { noteTrouble } from '../runtime/observability.ts';
import { shippedWordCounts } from '../runtime/word-counts.ts';

/** A screener that also knows whom it found. */
export interface ListScreener extends Screener {
  /** The listed party of one of its matches. */
  entry(match: Pick<Match, 'list' | 'entryId'>): ListEntry;
}

/** A screener over the list in use, or why there is none: then nobody is screened, and nobody clear. */
export type AvailableScreener = ListScreener | { readonly unavailable: 'listUnavailable' | 'listUnusable' };

type ProviderPolicy = Pick<Policies['provider'], 'matcher'>;

/** Keeps the screener of the list in use between invocations and reads a newer list when there is one. */
export function currentScreener(store: ListStore, policy: ProviderPolicy): () => Promise<AvailableScreener> {
  let held: ListScreener | undefined;
  return async () => {
    const current = await store.current(ofacSdn);
    if (!current) return unavailable('listUnavailable', 'no list was accepted yet');
    if (held?.listDigest === current.summary.digest) return held;
    try {
      held = await readScreener(store, current, policy);
      return held;
    } catch (error) {
      if (!(error instanceof ListRefusedError)) throw error;
      return unavailable('listUnusable', error.message);
    }
  };
}

async function readScreener(
  store: ListStore,
  current: CurrentList,
  policy: ProviderPolicy,
): Promise<ListScreener> {
  const { entries, summary } = await readCurrentEntries(store, current);
  const index = compileIndex(entries, {
    listDigest: summary.digest,
    lists: [],
    wordCounts: shippedWordCounts,
  });
  const { threshold } = policy.matcher;
  return withEntries(createScreener(openIndex(index), { threshold }), entries);
}

function withEntries(screener: Screener, entries: readonly ListEntry[]): ListScreener {
  const known = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return {
    ...screener,
    entry: (match) => {
      const entry = known.get(keyOf(match));
      if (!entry)
        throw new RangeError(`the matcher found ${keyOf(match)}, which is not on the list it searched`);
      return entry;
    },
  };
}

const keyOf = ({ list, entryId }: Pick<Match, 'list' | 'entryId'>): string => `${list}/${entryId}`;

function unavailable(because: 'listUnavailable' | 'listUnusable', detail: string): AvailableScreener {
  noteTrouble('LIST_UNUSABLE', { because, detail });
  return { unavailable: because };
}
