import type { ListEntry } from '../list-entry.ts';

export interface XmlListOptions {
  /** The file's name, for messages and source rows. */
  readonly file: string;
  /** What the entries' list is called; see `list-ids.ts`. */
  readonly list: string;
}

/** One XML file of OFAC, read whole: there is no reading of half a file. */
export interface XmlListReading {
  readonly entries: readonly ListEntry[];
  /** The day whose data this is, YYYY-MM-DD, as the file says. */
  readonly dataAsOf: string;
  /** Parties on each of OFAC's own lists, such as `SDN List` or `CAPTA List`; one party may be on several. */
  readonly sublists: ReadonlyMap<string, number>;
  /** What has no field of its own and was kept as text in the remarks, by kind; sections that nobody reads as well. */
  readonly keptAsText: ReadonlyMap<string, number>;
}
