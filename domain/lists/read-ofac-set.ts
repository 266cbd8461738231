import { listDigest, sha256 } from './list-digest.ts';
import { ListRefusedError } from './list-refused-error.ts';
import { readOfacTable, type OfacTable } from './ofac-csv.ts';
import { entriesFrom } from './ofac-entries.ts';
import {
  ofacFileNames,
  ofacSets,
  type OfacFileForm,
  type OfacFileName,
  type OfacFiles,
  type OfacListId,
} from './ofac-files.ts';
import { summaryOf, type FileReading, type ReadList } from './read-list.ts';

export const ofacSdn = 'ofac-sdn';

export interface OfacExpectations {
  /** Day of the publication, YYYY-MM-DD or YYYY-MM: the files do not carry it. `null` when nobody knows. */
  readonly publishedOn: string | null;
  /** `optional` is for files that another tool wrote; a publication of OFAC has the mark. */
  readonly endMark?: 'required' | 'optional';
  /** Files that are not at hand: read as if they were empty, and named in the reading. */
  readonly absent?: readonly OfacFileName[];
  /** Files that are an earlier publication's, with the day of that publication. */
  readonly carried?: Readonly<Partial<Record<OfacFileName, string>>>;
}

export type ReadOfacSet = ReadList<OfacFileName>;

/**
 * Sets of one date have no orphans at all; six weeks after its own, a file had 3 in 13,837. One in a hundred means
 * that the files do not belong together.
 */
const largestOrphanShare = 0.01;

/**
 * @param files all four files, not compressed
 * @param list which of OFAC's sets it is
 * @throws ListRefusedError naming file, row, what was expected, what was found and what to do
 */
export function readOfacSet(
  files: OfacFiles,
  expectations: OfacExpectations,
  list: OfacListId = ofacSdn,
): ReadOfacSet {
  const forms = ofacSets[list];
  const endMark = expectations.endMark ?? 'required';
  const { publishedOn, carried = {}, absent = [] } = expectations;
  const tables = mapFiles((name) =>
    absent.includes(name) ? noRows : readOfacTable(forms[name], files[name], endMark),
  );
  const { entries, remarks } = entriesFrom(tables, list);
  const known = new Set(entries.map(({ entryId }) => entryId));
  return {
    entries,
    remarks,
    absent: absent.map((name) => forms[name].file),
    files: mapFiles((name) => ({
      ...describe(forms[name], files[name], tables[name], known),
      carriedFrom: carried[name] ?? null,
    })),
    summary: summaryOf(list, { entries, digest: listDigest(files, list), publishedOn }),
  };
}

const noRows: OfacTable = { rows: [], hasEndMark: false };

function mapFiles<T>(value: (name: OfacFileName) => T): Record<OfacFileName, T> {
  return Object.fromEntries(ofacFileNames.map((name) => [name, value(name)])) as Record<OfacFileName, T>;
}

function describe(
  { file }: OfacFileForm,
  bytes: Uint8Array,
  { rows }: OfacTable,
  known: ReadonlySet<string>,
): Omit<FileReading, 'carriedFrom'> {
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
  return { file, sha256: sha256(bytes), bytes: bytes.length, rows: rows.length, orphanRows };
}
