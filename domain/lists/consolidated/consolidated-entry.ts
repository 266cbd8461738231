import { readBirthDate } from '../birth-date.ts';
import { identifierKindOf } from '../identifier-labels.ts';
import type { BirthDate, Identifier, ListedAddress, ListedKind, ListEntry } from '../list-entry.ts';
import { ListRefusedError } from '../list-refused-error.ts';
import { countryCodeOf, isCountryCode } from '../ofac-countries.ts';
import type { ConsolidatedRow } from './consolidated-row.ts';
import { leadingName } from './leading-name.ts';

// A map: the file may say `constructor`, which every plain object knows.
const kinds: ReadonlyMap<string, ListedKind> = new Map(
  (['individual', 'entity', 'vessel', 'aircraft'] as const).map((kind) => [kind, kind]),
);

/** @throws ListRefusedError for a party without a name or a number */
export function consolidatedEntry(file: string, list: string, read: ConsolidatedRow): ListEntry {
  refuseNameless(file, read);
  const name = leadingName(read.name);
  const addresses = read.addresses.map(addressFrom);
  const birthPlaces = read.birthPlaces.map((place) => countryIn(place.split(', ').at(-1) ?? ''));
  const countries = [
    ...addresses.map(({ country }) => country),
    ...read.countries.map(countryIn),
    ...birthPlaces,
  ].filter((country) => country !== undefined);
  return {
    list,
    entryId: read.id,
    // Empty for every list of Commerce and State.
    kind: kinds.get(read.kind.toLowerCase()) ?? 'unknown',
    names: [
      { text: name, quality: 'strong', role: 'primary' },
      ...read.alternativeNames.map((text) => ({ text, quality: 'strong', role: 'aka' }) as const),
    ],
    programmes: read.programmes,
    birthDates: read.birthDates.flatMap(birthDateFrom),
    countries: [...new Set(countries)].sort(),
    identifiers: read.ids.flatMap(identifierFrom),
    addresses,
    relationships: [],
    sources: [{ file, row: read.row }],
    remarks: [
      ...(name === read.name ? [] : [`Listed as: ${read.name}`]),
      ...(read.title === '' ? [] : [`Title: ${read.title}`]),
      ...read.texts,
    ].join('; '),
  };
}

function refuseNameless(file: string, { row, name, id }: ConsolidatedRow): void {
  if (name !== '' && id !== '') return;
  const found = name === '' ? 'no name' : 'no number';
  const whatToDo = 'Look at the row: the format may have changed';
  throw new ListRefusedError({ file, row, expected: 'a name and a number', found, whatToDo });
}

/** Codes and, now and then, names of countries. */
function countryIn(text: string): string | undefined {
  return isCountryCode(text) ? text : (countryCodeOf(text) ?? undefined);
}

function addressFrom({ text, country }: ConsolidatedRow['addresses'][number]): ListedAddress {
  const code = countryIn(country);
  return { text, ...(code === undefined ? {} : { country: code }) };
}

/** `1961` and `1961-08-22`; a longer form is OFAC's own, as in its remarks. */
function birthDateFrom(text: string): BirthDate[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [{ text, from: text, to: text, isApproximate: false }];
  return readBirthDate(`DOB ${text}`).map((date) => ({ ...date, text }));
}

function identifierFrom({ kind, value, country }: ConsolidatedRow['ids'][number]): Identifier[] {
  const known = identifierKindOf(kind);
  if (known === null || value === '') return [];
  const code = countryIn(country);
  return [{ kind: known, value, ...(code === undefined ? {} : { country: code }) }];
}
