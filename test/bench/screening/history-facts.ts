import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ListEntry } from '../../../domain/lists/list-entry.ts';
import { readOfacTable, type OfacTable } from '../../../domain/lists/ofac-csv.ts';
import { entriesFrom } from '../../../domain/lists/ofac-entries.ts';
import { ofacFiles } from '../../../domain/lists/ofac-files.ts';

const folder = new URL('../../../data/lists/ofac-sdn-history/', import.meta.url);
const none: OfacTable = { rows: [], hasEndMark: false };

/** A publication of SDN.CSV by itself, as the scrape kept it: kinds, dates, countries and weak names, no strong aliases. */
export function readPublication(day: string): readonly ListEntry[] {
  const bytes = gunzipSync(readFileSync(new URL(`sdn.${day}.csv.gz`, folder)));
  const sdn = readOfacTable(ofacFiles.sdn, bytes, 'optional');
  return entriesFrom({ sdn, alt: none, add: none, sdnComments: none }, 'ofac-sdn').entries;
}
