import { digestOfFiles, sha256 } from '../list-digest.ts';
import type { ListEntry } from '../list-entry.ts';
import type { ListId } from '../list-ids.ts';
import { summaryOf, type ReadList } from '../read-list.ts';
import { consolidatedCsv, readConsolidatedCsv } from './consolidated-csv.ts';
import { consolidatedEntry } from './consolidated-entry.ts';
import { consolidatedJson, readConsolidatedJson } from './consolidated-json.ts';
import type { ConsolidatedRow } from './consolidated-row.ts';
import { readingOf } from './consolidated-sources.ts';

export interface ConsolidatedSource {
  /** As the file writes it. */
  readonly source: string;
  readonly parties: number;
  /** The list it was read as; `null` when it was left: OFAC publishes it itself, or the source is unknown to us. */
  readonly list: ListId | null;
  readonly left: 'ofacPublishesIt' | 'unknownSource' | null;
}

export interface ConsolidatedReading {
  /** One list per source that is read, in order of list id. All of them have the digest of the whole file. */
  readonly lists: readonly ReadList<'consolidated'>[];
  /** Every source in the file, so that one that is new or gone is seen. In order of name. */
  readonly sources: readonly ConsolidatedSource[];
}

const readers = { [consolidatedCsv]: readConsolidatedCsv, [consolidatedJson]: readConsolidatedJson };

/**
 * Reads the lists of Commerce and State out of the Consolidated Screening List.
 * @param file which of the two forms the bytes are
 * @throws ListRefusedError when the file is not a whole one of that form
 */
export function readConsolidated(
  file: keyof typeof readers,
  bytes: Uint8Array,
  publishedOn: string | null,
): ConsolidatedReading {
  const rows = readers[file](bytes);
  const entries = entriesByList(file, rows);
  const digest = digestOfFiles({ [file]: bytes });
  const reading = { file, sha256: sha256(bytes), bytes: bytes.length, carriedFrom: null, orphanRows: 0 };
  const lists = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    lists: lists.map(([list, parties]) => ({
      entries: parties,
      files: { consolidated: { ...reading, rows: parties.length } },
      summary: summaryOf(list, { entries: parties, digest, publishedOn }),
      remarks: null,
      absent: [],
    })),
    sources: sourcesIn(rows),
  };
}

function entriesByList(file: string, rows: readonly ConsolidatedRow[]): Map<ListId, ListEntry[]> {
  const lists = new Map<ListId, ListEntry[]>();
  for (const row of rows) {
    const reading = readingOf(row.source);
    if (!('read' in reading)) continue;
    const entries = lists.get(reading.read) ?? [];
    entries.push(consolidatedEntry(file, reading.read, row));
    lists.set(reading.read, entries);
  }
  return lists;
}

function sourcesIn(rows: readonly ConsolidatedRow[]): ConsolidatedSource[] {
  const parties = new Map<string, number>();
  for (const { source } of rows) parties.set(source, (parties.get(source) ?? 0) + 1);
  return [...parties]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([source, count]) => {
      const reading = readingOf(source);
      const [list, left] = 'read' in reading ? [reading.read, null] : [null, reading.left];
      return { source, parties: count, list, left };
    });
}
