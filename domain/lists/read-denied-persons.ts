import { readDelimitedRows, type DelimitedRow } from './delimited-rows.ts';
import { digestOfFiles, sha256 } from './list-digest.ts';
import type { ListedAddress, ListEntry } from './list-entry.ts';
import { ListRefusedError } from './list-refused-error.ts';
import { countryCodeOf, isCountryCode } from './ofac-countries.ts';
import { summaryOf, type ReadList } from './read-list.ts';

export const deniedPersonsFile = 'dpl.txt';
const list = 'bis-dpl';
const columns = [
  'Name',
  'Street_Address',
  'City',
  'State',
  'Country',
  'Postal_Code',
  'Effective_Date',
  'FR_Citation',
];

/**
 * Reads the Denied Persons List of BIS, which has one row per address and no numbers. Rows of one name and one
 * effective date are one party; its number is made from these two, so that it lasts as long as they do.
 *
 * @throws ListRefusedError when the file is empty, a web page, lacks a column, or has a broken or nameless row
 */
export function readDeniedPersons(bytes: Uint8Array, publishedOn: string | null): ReadList<'dpl'> {
  const rows = readDelimitedRows({ file: deniedPersonsFile, delimiter: '\t', columns }, bytes);
  const entries = [...groupByOrder(rows)].map(([order, group]) => entryFrom(order, group));
  const digest = digestOfFiles({ [deniedPersonsFile]: bytes });
  const reading = { file: deniedPersonsFile, sha256: sha256(bytes), bytes: bytes.length };
  return {
    entries,
    files: { dpl: { ...reading, rows: rows.length, carriedFrom: null, orphanRows: 0 } },
    summary: summaryOf(list, { entries, digest, publishedOn }),
    remarks: null,
    absent: [],
  };
}

function groupByOrder(rows: readonly DelimitedRow[]): Map<string, DelimitedRow[]> {
  const groups = new Map<string, DelimitedRow[]>();
  for (const each of rows) {
    const { Name = '', Effective_Date: effective = '' } = each.fields;
    if (Name === '') throw nameless(each.row);
    const order = `${Name}\t${effective}`;
    groups.set(order, [...(groups.get(order) ?? []), each]);
  }
  return groups;
}

function entryFrom(order: string, rows: readonly DelimitedRow[]): ListEntry {
  const addresses = rows.flatMap(addressFrom);
  const countries = addresses.flatMap(({ country }) => country ?? []);
  return {
    list,
    // 64 bits are ample for some hundreds of parties.
    entryId: sha256(order).slice(0, 16),
    kind: 'unknown',
    names: [{ text: order.split('\t')[0] ?? '', quality: 'strong', role: 'primary' }],
    programmes: [],
    birthDates: [],
    countries: [...new Set(countries)].sort(),
    identifiers: [],
    addresses,
    relationships: [],
    sources: rows.map(({ row }) => ({ file: deniedPersonsFile, row })),
    remarks: remarksOf(rows),
  };
}

function addressFrom({ fields }: DelimitedRow): ListedAddress[] {
  const parts = ['Street_Address', 'City', 'State', 'Postal_Code', 'Country'].map(
    (column) => fields[column] ?? '',
  );
  const text = parts.filter((part) => part !== '').join(', ');
  const country = fields.Country ?? '';
  const code = isCountryCode(country) ? country : countryCodeOf(country);
  return text === '' ? [] : [{ text, ...(code === null ? {} : { country: code }) }];
}

const kept = {
  Effective_Date: 'Effective',
  Expiration_Date: 'Expires',
  Standard_Order: 'Standard order',
  Action: 'Action',
  FR_Citation: 'Federal Register',
};

/** What the rows say beside name and address, each once. */
function remarksOf(rows: readonly DelimitedRow[]): string {
  const said = rows.flatMap(({ fields }) =>
    Object.entries(kept).flatMap(([column, title]) =>
      fields[column] ? [`${title}: ${fields[column]}`] : [],
    ),
  );
  return [...new Set(said)].join('; ');
}

function nameless(row: number): ListRefusedError {
  const whatToDo = 'Download the file again; if it stays so, look at the row';
  return new ListRefusedError({ file: deniedPersonsFile, row, expected: 'a name', found: 'none', whatToDo });
}
