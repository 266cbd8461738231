import { normaliseName } from '../screening/names/normalise-name.ts';
import { readDelimitedRows, type DelimitedRow } from './delimited-rows.ts';
import { digestOfFiles, sha256 } from './list-digest.ts';
import type { BirthDate, Identifier, IdentifierKind, ListedKind, ListEntry } from './list-entry.ts';
import { ListRefusedError } from './list-refused-error.ts';
import { isCountryCode } from './ofac-countries.ts';
import { summaryOf, type ReadList } from './read-list.ts';

export const ownListFile = 'own.csv';
const columns = ['id', 'name', 'kind', 'other_names', 'birth_date', 'countries', 'identifiers', 'reason'];

const kinds: readonly ListedKind[] = ['individual', 'entity', 'vessel', 'aircraft', 'unknown'];
const identifierKinds: readonly IdentifierKind[] = [
  'email',
  'imo',
  'lei',
  'mmsi',
  'nationalId',
  'passport',
  'registrationNumber',
  'swift',
  'taxId',
  'wallet',
  'website',
];

/**
 * Reads the provider's own list, in the form that `docs/lists.md` gives. Unlike an agency's file it is the reader's
 * own, so that everything odd in it is an error.
 *
 * @throws ListRefusedError naming row, column, what was expected and what was found
 */
export function readOwnList(bytes: Uint8Array, publishedOn: string | null): ReadList<'own'> {
  const rows = readDelimitedRows({ file: ownListFile, delimiter: ',', columns }, bytes);
  const seen = new Set<string>();
  const entries = rows.map((row) => entryFrom(row, seen));
  const digest = digestOfFiles({ [ownListFile]: bytes });
  const reading = { file: ownListFile, sha256: sha256(bytes), bytes: bytes.length };
  return {
    entries,
    files: { own: { ...reading, rows: rows.length, carriedFrom: null, orphanRows: 0 } },
    summary: summaryOf('own', { entries, digest, publishedOn }),
    remarks: null,
    absent: [],
  };
}

function entryFrom({ row, fields }: DelimitedRow, seen: Set<string>): ListEntry {
  const { id = '', name = '', kind = '', reason = '' } = fields;
  if (!/^[\w.:-]{1,64}$/.test(id))
    throw refused(row, 'an id of at most 64 letters, digits, _ . : -', id, 'Give the party one that lasts');
  if (seen.has(id))
    throw refused(
      row,
      'each id once',
      `${id} again`,
      'Give each party its own; further names of one party go into other_names',
    );
  seen.add(id);
  if (name === '') throw refused(row, 'a name', 'none', 'Write the name, or take the row out');
  const otherNames = partsOf(fields.other_names);
  const unread = [name, ...otherNames].find((each) => normaliseName(each).words.length === 0);
  if (unread !== undefined)
    throw refused(
      row,
      'names with letters or digits that can be compared',
      unread,
      'Write the name as it is spelt, or take it out',
    );
  const known = kinds.find((each) => each === (kind || 'unknown'));
  if (known === undefined)
    throw refused(
      row,
      `a kind of ${kinds.join(', ')}, or nothing`,
      kind,
      'Leave the cell empty where it is not known',
    );
  return {
    list: 'own',
    entryId: id,
    kind: known,
    names: [
      { text: name, quality: 'strong', role: 'primary' },
      ...otherNames.map((text) => ({ text, quality: 'strong', role: 'aka' }) as const),
    ],
    programmes: [],
    birthDates: partsOf(fields.birth_date).map((text) => birthDateFrom(row, text)),
    countries: [...new Set(partsOf(fields.countries).map((text) => countryFrom(row, text)))].sort(),
    identifiers: partsOf(fields.identifiers).map((text) => identifierFrom(row, text)),
    addresses: [],
    relationships: [],
    sources: [{ file: ownListFile, row }],
    remarks: reason,
  };
}

function partsOf(cell = ''): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `1961`, `1961-05` or `1961-05-24`. */
function birthDateFrom(row: number, text: string): BirthDate {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  const from = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const date = new Date(`${from}T00:00:00Z`);
  if (year === undefined || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== from) {
    throw refused(
      row,
      'a birth_date as YYYY, YYYY-MM or YYYY-MM-DD',
      text,
      'Write as much of the date as is known',
    );
  }
  const lastDay = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).toISOString().slice(0, 10);
  return { text, from, to: day === undefined ? lastDay : from, isApproximate: false };
}

function countryFrom(row: number, text: string): string {
  if (isCountryCode(text)) return text;
  throw refused(
    row,
    'countries as ISO 3166-1 alpha-2 codes such as RU',
    text,
    'Write the code, or leave it out',
  );
}

/** `passport 4005504207 (RU)`: kind, value, and the issuer where it is known. */
function identifierFrom(row: number, text: string): Identifier {
  const [, kind, value, country] = /^(\S+) (.+?)(?: \(([A-Z]{2})\))?$/.exec(text) ?? [];
  const known = identifierKinds.find((each) => each === kind);
  if (known === undefined || value === undefined) {
    const form = `identifiers as "kind value (CC)" with a kind of ${identifierKinds.join(', ')}`;
    throw refused(row, form, text, 'Write the kind first, as in passport 4005504207 (RU)');
  }
  // An issuer written otherwise would become part of the number, which then equals no other.
  if (/[()]|\s[A-Za-z]{2}$/.test(value)) {
    const advice = 'Write it as in passport 4005504207 (RU), or leave it out where it is not known';
    throw refused(row, 'the issuer of an identifier as a code in brackets at its end', text, advice);
  }
  return { kind: known, value, ...(country === undefined ? {} : { country: countryFrom(row, country) }) };
}

function refused(row: number, expected: string, found: string, advice: string): ListRefusedError {
  return new ListRefusedError({
    file: ownListFile,
    row,
    expected,
    found: `"${found.slice(0, 60)}"`,
    whatToDo: `${advice}; docs/lists.md gives the form`,
  });
}
