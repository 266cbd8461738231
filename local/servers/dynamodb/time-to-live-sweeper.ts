import type { Clock, Timer } from '../../clock/clock.ts';
import type { Item } from './attribute-value.ts';
import type { LevelOperation } from './dynalite.ts';
import { operationsOf } from './item-change.ts';
import { expiryKey, expiryPrefix, expirySecondsDigits, itemPrefix, under } from './key-layout.ts';
import type { Storage } from './storage.ts';
import type { TableCatalogue } from './table-catalogue.ts';
import type { TableRecord } from './table-record.ts';
import type { WriteQueue } from './write-queue.ts';

const hourMs = 3_600_000;
// AWS never deletes what expired more than five years ago, taking it for a mistake ("Using time to live").
const oldestExpirySeconds = 5 * 365 * 24 * 3600;

/**
 * Deletes expired items on the hour, and unmetered. AWS does so within a few days; until then an expired item is read
 * as any other, here as there. An hour in which nothing falls due costs no alarm.
 */
export class TimeToLiveSweeper {
  readonly #clock: Clock;
  readonly #storage: Storage;
  readonly #tables: TableCatalogue;
  readonly #writes: WriteQueue;
  #alarm: { readonly dueAt: number; readonly timer: Timer } | undefined;
  #stopped = false;

  constructor(clock: Clock, storage: Storage, tables: TableCatalogue, writes: WriteQueue) {
    this.#clock = clock;
    this.#storage = storage;
    this.#tables = tables;
    this.#writes = writes;
  }

  /** Takes up what is stored, as after a restart or when a table's setting changed. */
  async start(): Promise<void> {
    for (const { description } of this.#tables.all()) {
      const earliest = await this.#earliestExpiry(description.TableName);
      if (earliest !== undefined) this.expect(earliest);
    }
  }

  /** Makes sure of a sweep on the first full hour at or after an expiry time, in seconds since the epoch. */
  expect(expirySeconds: number): void {
    const dueAt = Math.ceil(Math.max(expirySeconds * 1000, this.#clock.now()) / hourMs) * hourMs;
    if (this.#stopped || (this.#alarm && this.#alarm.dueAt <= dueAt)) return;
    this.#alarm?.timer.cancel();
    const timer = this.#clock.at(dueAt, () => {
      this.#alarm = undefined;
      void this.#writes.run(() => this.#sweep());
    });
    this.#alarm = { dueAt, timer };
  }

  stop(): void {
    this.#stopped = true;
    this.#alarm?.timer.cancel();
  }

  async #sweep(): Promise<void> {
    const now = Math.floor(this.#clock.now() / 1000);
    for (const table of this.#tables.all()) {
      if (table.timeToLiveAttribute !== undefined) await this.#sweepTable(table, now);
    }
    await this.start();
  }

  async #sweepTable(table: TableRecord, now: number): Promise<void> {
    const { TableName } = table.description;
    const expired = {
      gte: expiryKey(TableName, Math.max(0, now - oldestExpirySeconds), ''),
      lt: expiryKey(TableName, now + 1, ''),
    };
    const operations: LevelOperation[] = [];
    for await (const [place] of this.#storage.entries(expired)) {
      const key = place.slice(expiryPrefix(TableName).length + expirySecondsDigits + 1);
      const before = (await this.#storage.get(`${itemPrefix(TableName)}${key}`)) as Item | undefined;
      operations.push(...operationsOf({ table, key, before, after: undefined }));
    }
    await this.#storage.commit(operations);
  }

  async #earliestExpiry(tableName: string): Promise<number | undefined> {
    const prefix = expiryPrefix(tableName);
    const oldest = Math.max(0, Math.floor(this.#clock.now() / 1000) - oldestExpirySeconds);
    const range = { ...under(prefix), gte: expiryKey(tableName, oldest, ''), limit: 1 };
    for await (const [place] of this.#storage.entries(range)) {
      return Number(place.slice(prefix.length, prefix.length + expirySecondsDigits));
    }
    return undefined;
  }
}
