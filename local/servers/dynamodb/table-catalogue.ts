import { tableNotFound } from './dynamodb-error.ts';
import type { LevelOperation } from './dynalite.ts';
import { allTables, tableKey, under } from './key-layout.ts';
import type { Storage } from './storage.ts';
import type { TableRecord } from './table-record.ts';

/** The tables there are: kept in storage, looked up in memory. */
export class TableCatalogue {
  readonly #storage: Storage;
  readonly #tables: Map<string, TableRecord>;

  private constructor(storage: Storage, tables: Map<string, TableRecord>) {
    this.#storage = storage;
    this.#tables = tables;
  }

  static async load(storage: Storage): Promise<TableCatalogue> {
    const tables = new Map<string, TableRecord>();
    for await (const [, value] of storage.entries(under(allTables))) {
      const record = value as TableRecord;
      tables.set(record.description.TableName, record);
    }
    return new TableCatalogue(storage, tables);
  }

  find(name: string): TableRecord | undefined {
    return this.#tables.get(name);
  }

  /** @throws ServiceError ResourceNotFoundException */
  get(name: string): TableRecord {
    const record = this.#tables.get(name);
    if (!record) throw tableNotFound(name);
    return record;
  }

  /**
   * A table as it is now: it may have been given an index, or deleted, while a write waited its turn.
   *
   * @throws ServiceError ResourceNotFoundException
   */
  current({ description }: TableRecord): TableRecord {
    const record = this.get(description.TableName);
    if (record.description.TableId !== description.TableId) throw tableNotFound(description.TableName);
    return record;
  }

  all(): TableRecord[] {
    return [...this.#tables.values()];
  }

  /** Stores a table together with what changes because of it, such as the entries of a new index. */
  async save(record: TableRecord, together: readonly LevelOperation[] = []): Promise<void> {
    const { TableName } = record.description;
    await this.#storage.commit([{ type: 'put', key: tableKey(TableName), value: record }, ...together]);
    this.#tables.set(TableName, record);
  }

  /** Removes a table together with its contents. */
  async remove(name: string, together: readonly LevelOperation[]): Promise<void> {
    await this.#storage.commit([{ type: 'del', key: tableKey(name) }, ...together]);
    this.#tables.delete(name);
  }
}
