import type { EntryKind, ListedName, ListEntry } from './list-entry.ts';
import { ListRefusedError } from './list-refused-error.ts';
import { countryCodeOf } from './ofac-countries.ts';
import type { OfacTable } from './ofac-csv.ts';
import { ofacFiles, type OfacFileName } from './ofac-files.ts';
import { joinRemarks, readRemarks } from './ofac-remarks.ts';

type Row = OfacTable['rows'][number];

/** Joins the four tables into parties, in the order of SDN.CSV. Rows that belong to nobody are left to the caller. */
export function entriesFrom(tables: Readonly<Record<OfacFileName, OfacTable>>, list: string): ListEntry[] {
  const alternatives = groupByParty(tables.alt.rows);
  const addresses = groupByParty(tables.add.rows);
  const comments = groupByParty(tables.sdnComments.rows);
  const seen = new Set<string>();
  return tables.sdn.rows.map((row, index) => {
    const entryId = row[0] ?? '';
    refuseBadNumber(entryId, index + 1, seen);
    seen.add(entryId);
    return entryFrom(row, index + 1, {
      list,
      alternatives: alternatives.get(entryId) ?? [],
      addresses: addresses.get(entryId) ?? [],
      comments: comments.get(entryId) ?? [],
    });
  });
}

interface Belongings {
  readonly list: string;
  readonly alternatives: readonly Row[];
  readonly addresses: readonly Row[];
  readonly comments: readonly Row[];
}

function entryFrom(row: Row, rowNumber: number, belongings: Belongings): ListEntry {
  const [entryId, name, kind, programmes, , , , , , flag, , remarks] = row;
  if (!name) throw refused(rowNumber, 'a name', 'none');
  const continuation = belongings.comments.flatMap(([, text]) => text ?? []).join('');
  const prose = joinRemarks(remarks ?? '', continuation === '' ? undefined : continuation);
  const facts = readRemarks(prose);
  const places = [...belongings.addresses.map((address) => address[4]), flag];
  const countries = places.flatMap((place) => countryCodeOf(place ?? '') ?? []);
  return {
    list: belongings.list,
    entryId: entryId ?? '',
    kind: kindOf(kind ?? null, rowNumber),
    names: [
      { text: name, quality: 'strong', role: 'primary' },
      ...belongings.alternatives.flatMap(strongName),
      ...facts.names,
    ],
    programmes: programmes?.split('] [') ?? [],
    birthDates: facts.birthDates,
    countries: [...new Set([...countries, ...facts.countries])].sort(),
    identifiers: facts.identifiers,
    addresses: [],
    relationships: [],
    sources: [{ file: ofacFiles.sdn.file, row: rowNumber }],
    remarks: prose,
  };
}

function strongName([, , type, text]: Row): ListedName[] {
  if (!text) return [];
  const role = type === 'fka' || type === 'nka' ? type : 'aka';
  return [{ text, quality: 'strong', role }];
}

function kindOf(text: string | null, row: number): EntryKind {
  if (text === null) return 'entity';
  if (text === 'individual' || text === 'vessel' || text === 'aircraft' || text === 'entity') return text;
  throw refused(row, 'individual, vessel, aircraft or nothing as type', `"${text.slice(0, 40)}"`);
}

function refuseBadNumber(entryId: string, row: number, seen: ReadonlySet<string>): void {
  if (!/^\d{1,10}$/.test(entryId)) throw refused(row, 'a number first', `"${entryId.slice(0, 40)}"`);
  if (seen.has(entryId)) throw refused(row, 'each party once', `number ${entryId} again`);
}

function refused(row: number, expected: string, found: string): ListRefusedError {
  const whatToDo = 'Look at the row: the format may have changed, or this is not the SDN file';
  return new ListRefusedError({ file: ofacFiles.sdn.file, row, expected, found, whatToDo });
}

function groupByParty(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const entryId = row[0] ?? '';
    const group = groups.get(entryId);
    if (group === undefined) groups.set(entryId, [row]);
    else group.push(row);
  }
  return groups;
}
