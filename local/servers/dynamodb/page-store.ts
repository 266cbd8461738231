import { Readable } from 'node:stream';
import type { Item } from './attribute-value.ts';
import { database, type ActionStore, type ItemAccess, type KeyRange } from './dynalite.ts';
import { entryKey } from './index-entry.ts';
import { itemSize } from './item-size.ts';
import { indexPrefix, itemPrefix } from './key-layout.ts';
import type { Storage } from './storage.ts';
import { indexesOf, type TableRecord } from './table-record.ts';
import type { PageInput } from './validated-input.ts';

/** dynalite ends a page here, by its own estimate of an item's stored size. */
const pageBytes = 1024 * 1024;

/** What dynalite's Query and Scan read from, noting the size of each item that passes. */
export class PageStore implements ActionStore {
  readonly options = { maxItemSize: Infinity };
  readonly #storage: Storage;
  readonly #table: TableRecord;
  readonly #input: PageInput;
  readonly #sizes: number[] = [];

  constructor(storage: Storage, table: TableRecord, input: PageInput) {
    this.#storage = storage;
    this.#table = table;
    this.#input = input;
  }

  /** Bytes of the first `count` items read: those that count towards the page, whatever the filter kept. */
  bytesRead(count: number): number {
    return this.#sizes.slice(0, count).reduce((sum, size) => sum + size, 0);
  }

  getTable(_name: string, callback: unknown): void {
    (callback as (error: null, table: unknown) => void)(null, this.#table.description);
  }

  getItemDb(table: string): ItemAccess {
    return readOnly((range) => this.#stream(itemPrefix(table), range));
  }

  getIndexDb(_kind: string, table: string, index: string): ItemAccess {
    return readOnly((range) => this.#stream(indexPrefix(table, index), this.#fromWholeKey(range)));
  }

  #stream(prefix: string, range: KeyRange): Readable {
    return Readable.from(this.#page(withPrefix(prefix, range)));
  }

  async *#page(range: KeyRange): AsyncGenerator<Item> {
    const rangeKey = this.#table.description.KeySchema[1]?.AttributeName;
    let bytes = 0;
    for await (const [, value] of this.#storage.entries(range)) {
      const item = value as Item;
      this.#sizes.push(itemSize(item));
      bytes += database.itemSize(item, true, true, rangeKey);
      yield item;
      // dynalite takes no more than this, and would otherwise read on to the end of the table.
      if (bytes >= pageBytes) return;
    }
  }

  /** Where a page starts, dynalite gives its own short index key; entries stand under the whole one. */
  #fromWholeKey(range: KeyRange): KeyRange {
    const { ExclusiveStartKey: start, IndexName } = this.#input;
    const index = indexesOf(this.#table).find((candidate) => candidate.IndexName === IndexName);
    if (!start || !index) return range;
    const short = database.createIndexKey(start, this.#table.description, index.KeySchema);
    const whole = entryKey(this.#table, index, start);
    return {
      ...range,
      ...(range.gt === short ? { gt: whole } : {}),
      ...(range.lt === short ? { lt: whole } : {}),
    };
  }
}

function withPrefix(prefix: string, { gt, gte, lt, lte, reverse, limit }: KeyRange): KeyRange {
  const from = gt === undefined ? { gte: prefix + (gte ?? '') } : { gt: prefix + gt };
  const to = lte === undefined ? { lt: prefix + (lt ?? '~') } : { lte: prefix + lte };
  return { ...from, ...to, reverse: reverse ?? false, limit: limit ?? -1 };
}

function readOnly(createValueStream: ItemAccess['createValueStream']): ItemAccess {
  const refuse = (): never => {
    throw new Error('a Query or Scan reached for more than a stream of items');
  };
  return { lock: refuse, get: refuse, put: refuse, del: refuse, createValueStream };
}
