import type { Item } from './attribute-value.ts';
import type { LevelOperation } from './dynalite.ts';
import { expirySeconds } from './expiry.ts';
import { operationsOf, type ItemChange } from './item-change.ts';
import { itemPrefix } from './key-layout.ts';
import type { Storage } from './storage.ts';
import type { TableRecord } from './table-record.ts';

/** Items with their index and expiry entries, which change together or not at all. */
export class ItemStore {
  readonly #storage: Storage;
  readonly #expires: (seconds: number) => void;

  /** @param expires told of each expiry time that is written, in seconds since the epoch */
  constructor(storage: Storage, expires: (seconds: number) => void) {
    this.#storage = storage;
    this.#expires = expires;
  }

  async read(table: TableRecord, key: string): Promise<Item | undefined> {
    return (await this.#storage.get(`${itemPrefix(table.description.TableName)}${key}`)) as Item | undefined;
  }

  /** Stores all changes, and what else belongs to them, as one. */
  async commit(changes: readonly ItemChange[], together: readonly LevelOperation[] = []): Promise<void> {
    await this.#storage.commit([...changes.flatMap(operationsOf), ...together]);
    for (const { table, after } of changes) {
      const seconds = expirySeconds(table, after);
      if (seconds !== undefined) this.#expires(seconds);
    }
  }
}
