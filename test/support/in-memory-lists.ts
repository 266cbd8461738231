import { publicationKey, type CurrentList, type ListStore } from '../../adapters/lists/list-store.ts';
import { ofacFileNames, type OfacFiles } from '../../domain/lists/ofac-files.ts';
import type { InMemoryTransactions } from './in-memory-transactions.ts';

/** The lists bucket and the record of the list in use, in memory. */
export class InMemoryLists implements ListStore {
  readonly objects = new Map<string, Uint8Array>();
  readonly #transactions: InMemoryTransactions;

  constructor(transactions: InMemoryTransactions) {
    this.#transactions = transactions;
  }

  readonly current = (list: string): Promise<CurrentList | null> =>
    Promise.resolve(this.#transactions.load('list', list) as CurrentList | null);

  readonly put = (current: CurrentList) =>
    this.#transactions.put('list', current.summary.list, current.revision, current);

  readonly read = (key: string): Promise<Uint8Array | null> => Promise.resolve(this.objects.get(key) ?? null);

  upload(prefix: string, files: Partial<OfacFiles>): void {
    for (const name of ofacFileNames) {
      const bytes = files[name];
      if (bytes) this.objects.set(publicationKey(prefix, name), bytes);
    }
  }
}
