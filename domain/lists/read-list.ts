import type { ListSummary } from './accept-list.ts';
import type { ListEntry } from './list-entry.ts';
import type { RemarksCount } from './ofac-remarks.ts';

export interface FileReading {
  /** The file as its publisher names it, in lower case. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** Day of the earlier publication that this file stems from; `null` when it is of this one. */
  readonly carriedFrom: string | null;
  /** Rows that point at a party the list does not hold. */
  readonly orphanRows: number;
}

/** One list, brought into the canonical form, with what it was read from. */
export interface ReadList<FileName extends string = string> {
  readonly entries: readonly ListEntry[];
  readonly files: Readonly<Record<FileName, FileReading>>;
  readonly summary: ListSummary;
  /** `null` where the format has fields instead of prose. */
  readonly remarks: RemarksCount | null;
  /** Files that a whole publication has and this one came without; what they hold is missing. */
  readonly absent: readonly string[];
}

export function summaryOf(
  list: string,
  { entries, digest, publishedOn }: Pick<ReadList, 'entries'> & Pick<ListSummary, 'digest' | 'publishedOn'>,
): ListSummary {
  const names = entries.reduce((total, entry) => total + entry.names.length, 0);
  return { list, digest, publishedOn, entries: entries.length, names };
}

/** Share of the segments of all remarks that were understood, 0 to 1; `null` where there is no prose to read. */
export function remarksShare({ remarks }: Pick<ReadList, 'remarks'>): number | null {
  if (remarks === null || remarks.segments === 0) return null;
  return (remarks.compared + remarks.known) / remarks.segments;
}
