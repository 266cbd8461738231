import type { S3Call } from './s3-call.ts';
import { invalidArgument } from './s3-error.ts';

// API reference, ListObjectsV2: "The response might contain fewer keys but will never contain more."
const mostEntries = 1000;

export interface ListingFilter {
  readonly prefix: string;
  readonly delimiter: string | undefined;
  readonly maxKeys: number;
}

/** Where a listing begins: at the first key from `from` on, or among the older versions of `previous`. */
export interface ListingStart<Entry> {
  readonly from: string;
  readonly previous?: Entry | undefined;
}

export interface Listing<Entry> {
  readonly entries: readonly Entry[];
  readonly commonPrefixes: readonly string[];
  /** Where the next page begins, when there is one. */
  readonly next: ListingStart<Entry> | undefined;
}

export function readFilter(call: S3Call): ListingFilter {
  const maxKeys = Number(call.query.get('max-keys') ?? mostEntries);
  if (!Number.isInteger(maxKeys) || maxKeys < 0) {
    throw invalidArgument(`max-keys must be a whole number, found ${call.query.get('max-keys') ?? ''}`);
  }
  return {
    prefix: call.query.get('prefix') ?? '',
    delimiter: call.query.get('delimiter') ?? undefined,
    maxKeys: Math.min(maxKeys, mostEntries),
  };
}

/** The first place behind `key`; behind everything under it when it is a common prefix of this listing. */
export function behind(key: string, filter: ListingFilter): string {
  // U+10FFFF is the last code point, in UTF-8 order too; a NUL makes the next string there is.
  return foldOf(key, filter) === key ? `${key}\u{10FFFF}` : `${key}\0`;
}

/**
 * Walks entries in key order, folding keys that share a prefix up to the delimiter into one. A fold is passed over in one
 * step, so that a page costs as many look-ups as it has lines, however many keys lie under a fold.
 */
export function list<Entry extends { readonly key: string }>(
  filter: ListingFilter,
  start: ListingStart<Entry>,
  find: (place: ListingStart<Entry>) => Entry | undefined,
): Listing<Entry> {
  const entries: Entry[] = [];
  const commonPrefixes: string[] = [];
  let place: ListingStart<Entry> = { ...start, from: laterOf(start.from, filter.prefix) };
  for (;;) {
    const entry = find(place);
    if (!entry?.key.startsWith(filter.prefix)) return { entries, commonPrefixes, next: undefined };
    if (entries.length + commonPrefixes.length >= filter.maxKeys) {
      return { entries, commonPrefixes, next: filter.maxKeys > 0 ? place : undefined };
    }
    const fold = foldOf(entry.key, filter);
    if (fold === undefined) entries.push(entry);
    else commonPrefixes.push(fold);
    place =
      fold === undefined
        ? { from: behind(entry.key, filter), previous: entry }
        : { from: behind(fold, filter) };
  }
}

/** In UTF-8 order, which SQLite and S3 share and JavaScript's `<` does not. */
function laterOf(one: string, other: string): string {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) >= 0 ? one : other;
}

function foldOf(key: string, { prefix, delimiter }: ListingFilter): string | undefined {
  if (!delimiter) return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}
