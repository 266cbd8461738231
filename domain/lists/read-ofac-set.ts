import type { ListSummary } from './accept-list.ts';
import { listDigest, sha256 } from './list-digest.ts';
import type { ListEntry } from './list-entry.ts';
import { ListRefusedError } from './list-refused-error.ts';
import { readOfacTable, type OfacTable } from './ofac-csv.ts';
import { entriesFrom } from './ofac-entries.ts';
import { ofacFileNames, ofacFiles, type OfacFileName, type OfacFiles } from './ofac-files.ts';

export const ofacSdn = 'ofac-sdn';

export interface OfacExpectations {
  /** Day of the publication, YYYY-MM-DD or YYYY-MM: the files do not carry it. */
  readonly publishedOn: string;
  /** A list with fewer parties is refused. */
  readonly minimumEntries: number;
  /** The primary name of a party that must be listed: shows that this is the list that it is taken for. */
  readonly sentinel?: string;
  /** `optional` is for files that another tool wrote; a publication of OFAC has the mark. */
  readonly endMark?: 'required' | 'optional';
  /** Files that are an earlier publication's, with the day of that publication. */
  readonly carried?: Readonly<Partial<Record<OfacFileName, string>>>;
}

export interface FileReading {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** Day of the earlier publication that this file stems from; `null` when it is of this one. */
  readonly carriedFrom: string | null;
  /** Rows that point at a party the list does not hold. */
  readonly orphanRows: number;
}

export interface ReadList {
  readonly entries: readonly ListEntry[];
  readonly files: Readonly<Record<OfacFileName, FileReading>>;
  readonly summary: ListSummary;
}

/**
 * Sets of one date have no orphans at all; six weeks after its own, a file had 3 in 13,837. One in a hundred means
 * that the files do not belong together.
 */
const largestOrphanShare = 0.01;

/**
 * @param files all four files, not compressed
 * @throws ListRefusedError naming file, row, what was expected, what was found and what to do
 */
export function readOfacSet(files: OfacFiles, expectations: OfacExpectations): ReadList {
  const endMark = expectations.endMark ?? 'required';
  const tables = mapFiles((name) => readOfacTable(name, files[name], endMark));
  const entries = entriesFrom(tables, ofacSdn);
  refuseTooFew(entries.length, expectations.minimumEntries);
  refuseWithoutSentinel(entries, expectations.sentinel);
  const known = new Set(entries.map(({ entryId }) => entryId));
  return {
    entries,
    files: mapFiles((name) => describe(name, files[name], tables[name], known, expectations.carried)),
    summary: {
      list: ofacSdn,
      digest: listDigest(files),
      publishedOn: expectations.publishedOn,
      entries: entries.length,
      names: entries.reduce((total, { names }) => total + names.length, 0),
    },
  };
}

function mapFiles<T>(value: (name: OfacFileName) => T): Record<OfacFileName, T> {
  return Object.fromEntries(ofacFileNames.map((name) => [name, value(name)])) as Record<OfacFileName, T>;
}

function describe(
  name: OfacFileName,
  bytes: Uint8Array,
  { rows }: OfacTable,
  known: ReadonlySet<string>,
  carried: OfacExpectations['carried'] = {},
): FileReading {
  const { file } = ofacFiles[name];
  const orphans = rows.flatMap(([entryId], index) => (entryId && !known.has(entryId) ? [index + 1] : []));
  const orphanRows = orphans.length;
  if (orphanRows > rows.length * largestOrphanShare) {
    throw new ListRefusedError({
      file,
      row: orphans[0] ?? null,
      expected: `at most ${largestOrphanShare * 100} % of rows without their party`,
      found: `${orphanRows} of ${rows.length}`,
      whatToDo: 'Take all four files from the same publication',
    });
  }
  return {
    file,
    sha256: sha256(bytes),
    bytes: bytes.length,
    rows: rows.length,
    carriedFrom: carried[name] ?? null,
    orphanRows,
  };
}

function refuseTooFew(found: number, minimum: number): void {
  if (found >= minimum) return;
  throw new ListRefusedError({
    file: ofacFiles.sdn.file,
    row: null,
    expected: `at least ${minimum} parties`,
    found: `${found}`,
    whatToDo: 'Compare with the last publication; lower the floor only when the publisher confirms the fall',
  });
}

function refuseWithoutSentinel(entries: readonly ListEntry[], sentinel: string | undefined): void {
  if (sentinel === undefined) return;
  if (entries.some(({ names }) => names[0]?.text === sentinel)) return;
  throw new ListRefusedError({
    file: ofacFiles.sdn.file,
    row: null,
    expected: `the party ${sentinel}`,
    found: 'no party of that name',
    whatToDo:
      'Check that this is the SDN list, then that the party is still on it before choosing another sentinel',
  });
}
