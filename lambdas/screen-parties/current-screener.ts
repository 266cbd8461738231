import { readPublication, type CurrentList, type ListStore } from '../../adapters/lists/list-store.ts';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import { ofacFileNames, type OfacFileName, type OfacFiles } from '../../domain/lists/ofac-files.ts';
import { ofacSdn, readOfacSet } from '../../domain/lists/read-ofac-set.ts';
import { createScreener } from '../../domain/screening/create-screener.ts';
import type { Screener } from '../../domain/screening/screening.ts';
import type { Policies } from '../runtime/policies.ts';
import { noteTrouble } from '../runtime/observability.ts';

/** A screener over the list in use, or why there is none: then nobody is screened, and nobody clear. */
export type AvailableScreener = Screener | { readonly unavailable: 'listUnavailable' | 'listUnusable' };

type ProviderPolicy = Pick<Policies['provider'], 'listGate' | 'matcher'>;

/** Keeps the screener of the list in use between invocations and reads a newer list when there is one. */
export function currentScreener(store: ListStore, policy: ProviderPolicy): () => Promise<AvailableScreener> {
  let held: Screener | undefined;
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
): Promise<Screener> {
  const keys = Object.fromEntries(ofacFileNames.map((name) => [name, current.files[name].key]));
  const files = await readPublication(store, keys as Record<OfacFileName, string>);
  const { entries, summary } = readOfacSet(complete(files, current), {
    publishedOn: current.summary.publishedOn,
    minimumEntries: policy.listGate.minimumEntries,
    sentinel: policy.listGate.sentinel,
    carried: current.carried,
  });
  if (summary.digest !== current.summary.digest) {
    throw refused('(all)', `the list accepted as ${current.summary.digest}`, summary.digest);
  }
  return createScreener(entries, summary.digest, { threshold: policy.matcher.threshold });
}

function complete(files: Partial<Record<OfacFileName, Uint8Array>>, current: CurrentList): OfacFiles {
  const missing = ofacFileNames.find((name) => files[name] === undefined);
  if (missing) throw refused(missing, `a file at ${current.files[missing].key}`, 'nothing there');
  return files as OfacFiles;
}

function refused(file: string, expected: string, found: string): ListRefusedError {
  return new ListRefusedError({ file, row: null, expected, found, whatToDo: 'Publish the list again' });
}

function unavailable(because: 'listUnavailable' | 'listUnusable', detail: string): AvailableScreener {
  noteTrouble('LIST_UNUSABLE', { because, detail });
  return { unavailable: because };
}
