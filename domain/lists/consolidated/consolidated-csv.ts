import { readDelimitedRows } from '../delimited-rows.ts';
import { textsFrom, type ConsolidatedRow } from './consolidated-row.ts';

export const consolidatedCsv = 'consolidated.csv';

const columns = [
  '_id',
  'source',
  'type',
  'programs',
  'name',
  'addresses',
  'alt_names',
  'dates_of_birth',
  'ids',
];

/** @throws ListRefusedError when the file is not the whole CSV of the Consolidated Screening List */
export function readConsolidatedCsv(bytes: Uint8Array): ConsolidatedRow[] {
  const form = { file: consolidatedCsv, delimiter: ',', columns } as const;
  return readDelimitedRows(form, bytes).map(({ row, fields }) => {
    const text = (column: string) => fields[column] ?? '';
    return {
      row,
      id: text('_id'),
      source: text('source'),
      kind: text('type'),
      name: text('name'),
      title: text('title'),
      // The Entity List joins its names as prose does: the last one has an "and" before it.
      alternativeNames: parts(text('alt_names')).map((name) => name.replace(/^and /, '')),
      addresses: parts(text('addresses')).map((address) => ({
        text: address,
        country: address.split(', ').at(-1) ?? '',
      })),
      programmes: parts(text('programs')),
      birthDates: parts(text('dates_of_birth')),
      countries: [...parts(text('nationalities')), ...parts(text('citizenships'))],
      birthPlaces: parts(text('places_of_birth')),
      ids: parts(text('ids')).map(idFrom),
      texts: textsFrom(text),
    };
  });
}

function parts(cell: string): string[] {
  return cell
    .split('; ')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `country, number, type`, the country left out where there is none; a number may hold commas. */
function idFrom(cell: string): ConsolidatedRow['ids'][number] {
  const [first = '', ...others] = cell.split(', ');
  const kind = others.pop() ?? '';
  const hasCountry = /^[A-Z]{2}$/.test(first) && others.length > 0;
  return {
    kind,
    value: (hasCountry ? others : [first, ...others]).join(', '),
    country: hasCountry ? first : '',
  };
}
