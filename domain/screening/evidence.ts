import type { BirthDate, EntryKind, ListedKind, ListedName, ListEntry } from '../lists/list-entry.ts';
import type { Reason, ScreeningQuery } from './screening.ts';

/**
 * What else is known of the party moves a score a little, never far: lists give several dates, old addresses and
 * mistaken kinds, and a wrong "no" costs more here than a look too many. Our own figures.
 */
const points = {
  birthDateAgrees: 0.1,
  birthYearAgrees: 0.05,
  birthDateDiffers: -0.08,
  countryAgrees: 0.04,
  kindDiffers: -0.08,
  weakName: -0.05,
};

/** `circa 1961` is read as two years either way. */
const approximateYears = 2;

/** The most that what is known besides the name can add to a score. */
export function mostEvidence({ birthDate, countries = [] }: ScreeningQuery): number {
  return (birthDate ? points.birthDateAgrees : 0) + (countries.length > 0 ? points.countryAgrees : 0);
}

export function evidenceFor(
  entry: Pick<ListEntry, 'kind' | 'birthDates' | 'countries'>,
  quality: ListedName['quality'],
  query: ScreeningQuery,
): Reason[] {
  return [
    ...birthDateEvidence(entry.birthDates, query.birthDate),
    ...countryEvidence(entry.countries, query.countries ?? []),
    ...when(kindDiffers(entry.kind, query.kind), 'kindDiffers', entry.kind),
    ...when(quality === 'weak', 'weakName', 'weak name on the list'),
  ];
}

function kindDiffers(listed: ListedKind, given: EntryKind | undefined): boolean {
  return given !== undefined && listed !== 'unknown' && given !== listed;
}

function birthDateEvidence(listed: readonly BirthDate[], given: string | undefined): Reason[] {
  if (given === undefined || listed.length === 0) return [];
  const agreeing = listed.find((birthDate) => allows(birthDate, given));
  return agreeing === undefined
    ? when(true, 'birthDateDiffers', listed.map(({ text }) => text).join('; '))
    : when(true, isOneDay(agreeing, given) ? 'birthDateAgrees' : 'birthYearAgrees', agreeing.text);
}

/** A day that agrees is chance once in twenty thousand people, a year once in sixty. */
function isOneDay({ from, to, isApproximate }: BirthDate, given: string): boolean {
  return from === to && !isApproximate && given === from;
}

/** Of a date given as a year or a month, each end is compared as far as it is given. */
function allows({ from, to, isApproximate }: BirthDate, given: string): boolean {
  const margin = isApproximate ? approximateYears : 0;
  const [earliest, latest] = [addYears(from, -margin), addYears(to, margin)];
  return earliest.slice(0, given.length) <= given && given <= latest.slice(0, given.length);
}

function addYears(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
}

function countryEvidence(listed: readonly string[], given: readonly string[]): Reason[] {
  const shared = listed.filter((country) => given.includes(country));
  return when(shared.length > 0, 'countryAgrees', shared.join(', '));
}

function when(holds: boolean, code: keyof typeof points, detail: string): Reason[] {
  return holds ? [{ code, points: points[code], detail }] : [];
}
