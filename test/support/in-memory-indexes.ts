import type { IndexStore } from '../../adapters/lists/index-store.ts';
import { sha256 } from '../../domain/lists/list-digest.ts';
import { listedEntry, type ListedEntry } from '../../domain/lists/listed-entry.ts';
import { RunObjectMissingError } from '../../domain/rescreening/rescreening-errors.ts';

/** Compiled indexes and entries of list versions, in memory. */
export class InMemoryIndexes implements IndexStore {
  readonly files = new Map<string, Uint8Array>();
  readonly versions = new Map<string, readonly ListedEntry[]>();

  readonly put = (index: Uint8Array): Promise<string> => {
    const digest = sha256(index);
    this.files.set(digest, index);
    return Promise.resolve(digest);
  };

  readonly get = (digest: string): Promise<Uint8Array> => {
    const bytes = this.files.get(digest);
    return bytes
      ? Promise.resolve(bytes)
      : Promise.reject(new RunObjectMissingError(`indexes/${digest}.idx: found nothing`));
  };

  readonly putEntries = (listDigest: string, entries: readonly ListedEntry[]): Promise<string> => {
    this.versions.set(listDigest, entries);
    return Promise.resolve(entriesDigest(entries));
  };

  readonly entries = (listDigest: string, digest: string): Promise<readonly ListedEntry[] | null> => {
    const stored = this.versions.get(listDigest);
    return Promise.resolve(stored && entriesDigest(stored) === digest ? stored : null);
  };
}

const entriesDigest = (entries: readonly ListedEntry[]): string =>
  sha256(JSON.stringify(entries.map(listedEntry)));
