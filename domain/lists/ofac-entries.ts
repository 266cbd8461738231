import type { EntryKind, ListedAddress, ListedName, ListEntry, SourceRow } from './list-entry.ts';
import { ListRefusedError } from './list-refused-error.ts';
import { countryCodeOf } from './ofac-countries.ts';
import type { OfacTable } from './ofac-csv.ts';
import { ofacSets, type OfacFileName, type OfacListId } from './ofac-files.ts';
import { addCounts, joinRemarks, readRemarks, type RemarksCount } from './ofac-remarks.ts';

type Row = OfacTable['rows'][number];

export interface OfacParties {
  readonly entries: readonly ListEntry[];
  readonly remarks: RemarksCount;
}

/** Joins the four tables into parties, in the order of the main file. Rows that belong to nobody are left to the caller. */
export function entriesFrom(
  tables: Readonly<Record<OfacFileName, OfacTable>>,
  list: OfacListId,
): OfacParties {
  const { file } = ofacSets[list].sdn;
  const [alternatives, addresses, comments] = [tables.alt, tables.add, tables.sdnComments].map(({ rows }) =>
    groupByParty(rows),
  );
  const seen = new Set<string>();
  const parties = tables.sdn.rows.map((row, index) => {
    const entryId = row[0] ?? '';
    const place = { file, row: index + 1 };
    refuseBadNumber(entryId, place, seen);
    seen.add(entryId);
    return entryFrom(row, place, {
      list,
      alternatives: alternatives?.get(entryId) ?? [],
      addresses: addresses?.get(entryId) ?? [],
      comments: comments?.get(entryId) ?? [],
    });
  });
  return {
    entries: parties.map(({ entry }) => entry),
    remarks: addCounts(parties.map(({ count }) => count)),
  };
}

interface Belongings {
  readonly list: string;
  readonly alternatives: readonly Row[];
  readonly addresses: readonly Row[];
  readonly comments: readonly Row[];
}

function entryFrom(
  row: Row,
  place: SourceRow,
  belongings: Belongings,
): { entry: ListEntry; count: RemarksCount } {
  const [entryId, name, kind, programmes, , , , , , flag, , remarks] = row;
  if (!name?.trim()) throw refused(place, 'a name', 'none');
  const continuation = belongings.comments.flatMap(([, text]) => text ?? []).join('');
  const prose = joinRemarks(remarks ?? '', continuation === '' ? undefined : continuation);
  const { count, names, countries, ...facts } = readRemarks(prose);
  const addresses = belongings.addresses.flatMap(addressFrom);
  const places = [...addresses.map(({ country }) => country), countryCodeOf(flag ?? ''), ...countries];
  const entry: ListEntry = {
    ...facts,
    list: belongings.list,
    entryId: entryId ?? '',
    kind: kindOf(kind ?? null, place),
    names: [
      { text: name.trim(), quality: 'strong', role: 'primary' },
      ...belongings.alternatives.flatMap(strongName),
      ...names,
    ],
    programmes: programmes?.split('] [') ?? [],
    countries: [...new Set(places.filter((code) => typeof code === 'string'))].sort(),
    addresses,
    sources: [place],
    remarks: prose,
  };
  return { entry, count };
}

/** Nothing for a row that says only that no address is known. */
function addressFrom([, , street, city, country]: Row): ListedAddress[] {
  const parts = [street, city, country].map((part) => part?.trim() ?? '');
  const text = parts.filter((part) => part !== '').join(', ');
  if (text === '') return [];
  const code = countryCodeOf(country ?? '');
  return [{ text, ...(code === null ? {} : { country: code }) }];
}

function strongName([, , type, text]: Row): ListedName[] {
  if (!text?.trim()) return [];
  const role = type === 'fka' || type === 'nka' ? type : 'aka';
  return [{ text: text.trim(), quality: 'strong', role }];
}

function kindOf(text: string | null, place: SourceRow): EntryKind {
  if (text === null) return 'entity';
  if (text === 'individual' || text === 'vessel' || text === 'aircraft' || text === 'entity') return text;
  throw refused(place, 'individual, vessel, aircraft or nothing as type', `"${text.slice(0, 40)}"`);
}

function refuseBadNumber(entryId: string, place: SourceRow, seen: ReadonlySet<string>): void {
  if (!/^\d{1,10}$/.test(entryId)) throw refused(place, 'a number first', `"${entryId.slice(0, 40)}"`);
  if (seen.has(entryId)) throw refused(place, 'each party once', `number ${entryId} again`);
}

function refused(place: SourceRow, expected: string, found: string): ListRefusedError {
  const whatToDo = `Look at the row: the format may have changed, or this is not ${place.file}`;
  return new ListRefusedError({ ...place, expected, found, whatToDo });
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
