import type { ListStore } from '../../adapters/lists/list-store.ts';
import type { CurrentList, ListsInUse } from '../../adapters/lists/lists-in-use.ts';
import { ofacFileNames, ofacFiles, type OfacFiles } from '../../domain/lists/ofac-files.ts';
import type { InMemoryTransactions } from './in-memory-transactions.ts';

/** The lists bucket and the records of the lists in use, in memory. */
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

  readonly inUse = (): Promise<ListsInUse | null> =>
    Promise.resolve(this.#transactions.load('lists', 'in-use') as ListsInUse | null);

  readonly putInUse = (lists: ListsInUse) => this.#transactions.put('lists', 'in-use', lists.revision, lists);

  readonly files = (prefix: string): Promise<string[]> =>
    Promise.resolve([...this.objects.keys()].filter((key) => key.startsWith(`${prefix}/`)).sort());

  readonly read = (key: string): Promise<Uint8Array | null> => Promise.resolve(this.objects.get(key) ?? null);

  /** Uploads files of the SDN set. */
  upload(prefix: string, files: Partial<OfacFiles>): void {
    for (const name of ofacFileNames) {
      const bytes = files[name];
      if (bytes) this.uploadFile(prefix, ofacFiles[name].file, bytes);
    }
  }

  uploadFile(prefix: string, file: string, bytes: Uint8Array): void {
    this.objects.set(`${prefix}/${file}.gz`, bytes);
  }
}
