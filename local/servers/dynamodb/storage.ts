import { database, type KeyRange, type LevelDatabase, type LevelOperation } from './dynalite.ts';

/**
 * The key-value store under everything: LevelDB in a directory, or memory without one.
 *
 * `commit` is the unit of durability. LevelDB appends a batch to its log as one checksummed record before it answers
 * and drops a record cut short when it opens again, so a batch is there whole or not at all after `kill -9`. It is
 * not synced to the platter: a power cut may lose the last batches, never part of one.
 */
export class Storage {
  readonly #level: LevelDatabase;

  private constructor(level: LevelDatabase) {
    this.#level = level;
  }

  static async open(directory: string | undefined): Promise<Storage> {
    const { db } = database.create(directory === undefined ? {} : { path: directory });
    await db.open();
    return new Storage(db);
  }

  /** The value, or undefined when there is none. */
  get(key: string): Promise<unknown> {
    return this.#level.get(key);
  }

  async commit(operations: readonly LevelOperation[]): Promise<void> {
    if (operations.length > 0) await this.#level.batch(operations);
  }

  entries(range: KeyRange): AsyncIterable<[string, unknown]> {
    return this.#level.iterator(range);
  }

  close(): Promise<void> {
    return this.#level.close();
  }
}
