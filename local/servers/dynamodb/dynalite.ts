import { createRequire } from 'node:module';
import type { JsonObject } from '../json-protocol.ts';
import type { Item } from './attribute-value.ts';
import type { KeyElement, TableDescription } from './table-record.ts';

/**
 * The parts of dynalite 4.0.0 that are used, typed by hand: it ships no types, and `db/`, `actions/` and
 * `validations/` are not its public interface, which is why the version is pinned and the conformance checks guard it.
 */
export type Callback<T> = (error: Error | null, value?: T) => void;

/** Items of one table or index, as an action sees them. */
export interface ItemAccess {
  lock(key: string, task: (release: <F>(callback: F) => F) => void): void;
  get(key: string, callback: Callback<Item>): void;
  put(key: string, item: Item, callback: Callback<never>): void;
  del(key: string, callback: Callback<never>): void;
  createValueStream(range: KeyRange): NodeJS.ReadableStream;
}

/** The storage an action works on. */
export interface ActionStore {
  readonly options: { readonly maxItemSize: number };
  getTable(name: string, callbackOrCheck: unknown, callback?: Callback<TableDescription>): void;
  getItemDb(table: string): ItemAccess;
  getIndexDb(kind: string, table: string, index: string): ItemAccess;
}

export interface KeyRange {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
}

export type Action = (store: ActionStore, data: JsonObject, callback: Callback<JsonObject>) => void;

export interface Validation {
  readonly types: object;
  readonly custom?: (data: JsonObject, store: ActionStore) => string | undefined;
}

/** A Level database, on disk or in memory, with JSON values. */
export interface LevelDatabase {
  open(): Promise<void>;
  close(): Promise<void>;
  get(key: string): Promise<unknown>;
  batch(operations: readonly LevelOperation[]): Promise<void>;
  iterator(range: KeyRange): AsyncIterable<[string, unknown]>;
}

export type LevelOperation =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

interface Database {
  create(options: { path?: string }): { readonly db: LevelDatabase };
  createKey(item: Item, table: TableDescription, keySchema?: readonly KeyElement[]): string;
  createIndexKey(item: Item, table: TableDescription, keySchema: readonly KeyElement[]): string;
  validateKey(key: Item, table: TableDescription): Error | null | undefined;
  validateItem(item: Item, table: TableDescription): Error | null | undefined;
  itemSize(item: Item, compress: boolean, addMetaSize: boolean, rangeKey: string | undefined): number;
}

interface Validations {
  checkTypes(data: JsonObject, types: object): JsonObject;
  checkValidations(
    data: JsonObject,
    types: object,
    custom: Validation['custom'],
    store: Pick<ActionStore, 'options'>,
  ): void;
}

const load = createRequire(import.meta.url) as (path: string) => unknown;

export const database = load('dynalite/db') as Database;
export const validations = load('dynalite/validations') as Validations;

export function loadAction(name: string): Action {
  return load(`dynalite/actions/${name}`) as Action;
}

export function loadValidation(name: string): Validation {
  return load(`dynalite/validations/${name}`) as Validation;
}
