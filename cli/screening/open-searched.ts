import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { FolderReading } from '../../domain/lists/folder/folder-reading.ts';
import { readListFolder } from '../../domain/lists/folder/read-list-folder.ts';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import { compileIndex } from '../../domain/screening/index/compile-index.ts';
import { IndexRefusedError } from '../../domain/screening/index/index-refused-error.ts';
import { matcherVersionWith } from '../../domain/screening/index/matcher-version.ts';
import { openIndex, type ScreeningIndex } from '../../domain/screening/index/open-index.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import { readFolder } from '../read-folder.ts';
import { reasonOf } from '../rows/open-input.ts';
import { shippedWordCounts } from '../../adapters/screening/shipped-word-counts.ts';
import { describeReading } from './describe-reading.ts';

/** Where the parties to search are: official files, or an index compiled from them, or both to keep the one in the other. */
export interface SearchedPlaces {
  readonly lists?: string;
  readonly index?: string;
  /** False where an index that is there may be evidence: one that does not fit is then left as it is. True if left out. */
  readonly writes?: boolean;
}

export interface Searched {
  /** The compiled file. */
  readonly bytes: Uint8Array;
  readonly index: ScreeningIndex;
}

/**
 * Reads the lists, or the index they were compiled into. An index beside lists is written when there is none, or when
 * it is of other lists or of another matcher.
 * @param note is told what was read, what is missing and what was left, a line each
 * @throws CouldNotTellError when a list must not be used, or the index is none that this version reads
 */
export function openSearched(places: SearchedPlaces, note: (line: string) => void): Searched {
  try {
    return open(places, note);
  } catch (cause) {
    if (cause instanceof ListRefusedError)
      throw new CouldNotTellError(`${places.lists}: ${cause.message}`, { cause });
    if (cause instanceof IndexRefusedError)
      throw new CouldNotTellError(`${places.index}: ${cause.message}`, { cause });
    throw cause;
  }
}

function open({ lists, index: file, writes = true }: SearchedPlaces, note: (line: string) => void): Searched {
  if (lists === undefined && file === undefined) {
    throw new CouldNotTellError('nothing to search: give --lists DIR, --index FILE, or both');
  }
  if (lists === undefined) return readIndex(file ?? '', note);
  const reading = readListFolder(readFolder(lists), { publishedOn: null, endMark: 'optional' });
  describeReading(reading).forEach(note);
  const exists = file !== undefined && existsSync(file);
  const kept = exists ? openedUnlessOutdated(bytesOf(file)) : null;
  const compiled = kept && isOf(kept.index, reading.digest) ? kept : compile(reading);
  if (file !== undefined && compiled !== kept && writes) {
    keep(file, compiled.bytes);
    note(
      `index     ${file} written${exists ? ': the one before was of other lists or another matcher' : ''}`,
    );
  }
  noteUnread(compiled, note);
  return compiled;
}

function readIndex(file: string, note: (line: string) => void): Searched {
  const searched = opened(bytesOf(file));
  const { about } = searched.index;
  const current = matcherVersionWith(shippedWordCounts);
  if (about.matcherVersion !== current) {
    throw new CouldNotTellError(
      `${file} was compiled for the matcher ${about.matcherVersion}; this one is ${current}. Give --lists as well, and it is compiled again`,
    );
  }
  for (const { list, entries, names, publishedOn } of about.lists) {
    note(
      `read      ${list}: ${entries} parties, ${names} names, published ${publishedOn ?? 'on an unknown day'}`,
    );
  }
  noteUnread(searched, note);
  return searched;
}

function noteUnread({ index }: Searched, note: (line: string) => void): void {
  const { unreadNames } = index.about;
  if (unreadNames > 0)
    note(`unread    ${unreadNames} listed names in scripts that the matcher does not read`);
}

function isOf({ about }: ScreeningIndex, listDigest: string): boolean {
  return about.listDigest === listDigest && about.matcherVersion === matcherVersionWith(shippedWordCounts);
}

function compile({ lists, digest }: FolderReading): Searched {
  const entries = lists.flatMap((list) => list.entries);
  const options = {
    listDigest: digest,
    lists: lists.map(({ summary }) => summary),
    wordCounts: shippedWordCounts,
  };
  return opened(compileIndex(entries, options));
}

function opened(bytes: Uint8Array): Searched {
  return { bytes, index: openIndex(bytes) };
}

function openedUnlessOutdated(bytes: Uint8Array): Searched | null {
  try {
    return opened(bytes);
  } catch (cause) {
    if (cause instanceof IndexRefusedError && cause.isOutdated) return null;
    throw cause;
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new CouldNotTellError(`${file} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}

/** Whole or not at all: another run may be reading it. */
function keep(file: string, bytes: Uint8Array): void {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, file);
  } catch (cause) {
    throw new CouldNotTellError(`${file} cannot be written: ${reasonOf(cause)}`, { cause });
  }
}
