import type { ConsolidatedSource } from '../consolidated/read-consolidated.ts';
import type { ListRefusedError } from '../list-refused-error.ts';
import type { OfacListId } from '../ofac-files.ts';
import type { ReadList } from '../read-list.ts';
import type { OfacExpectations } from '../read-ofac-set.ts';

/** File name → bytes, unpacked from gzip and named without `.gz`. ZIP archives are read as they are. */
export type ListFolder = ReadonlyMap<string, Uint8Array>;

export interface FolderExpectations {
  /** Day of the files that do not say theirs; `null` when nobody knows. */
  readonly publishedOn: string | null;
  /** `optional` for files that another tool wrote; see `OfacExpectations`. */
  readonly endMark: 'required' | 'optional';
  /** Files of OFAC's sets that are an earlier publication's, with its day; see `OfacExpectations`. */
  readonly carried?: Readonly<Partial<Record<OfacListId, OfacExpectations['carried']>>>;
}

/** A file that was not read, and why: no official name, or a better form of the same list is there. */
export type UnreadFile =
  | { readonly file: string; readonly because: 'unknownName' }
  | { readonly file: string; readonly because: 'superseded'; readonly by: string };

/** A list that cannot be read from its files, and why. */
export interface UnreadableList {
  /** The list, or `consolidated` when it is the file that holds several. */
  readonly list: string;
  readonly error: ListRefusedError;
}

export interface FolderReading {
  /** In order of list id, each list once. */
  readonly lists: readonly ReadList[];
  /** See `setDigest`. */
  readonly digest: string;
  readonly unread: readonly UnreadFile[];
  readonly refused: readonly UnreadableList[];
  /** What the Consolidated Screening List held, source by source; empty when there is none. */
  readonly sources: readonly ConsolidatedSource[];
}
