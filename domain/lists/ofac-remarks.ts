import { readBirthDate } from './birth-date.ts';
import type { BirthDate, Identifier, ListedName, Relationship } from './list-entry.ts';
import { countryCodeOf } from './ofac-countries.ts';
import { readIdentifier } from './ofac-identifiers.ts';
import { isKnownNote } from './ofac-notes.ts';

/** Width of the Remarks column: what does not fit goes on in SDN_COMMENTS, in the middle of a word if need be. */
const remarksWidth = 1000;

/** How many segments of remarks there are, and of them: read into fields, understood but without a field. */
export interface RemarksCount {
  readonly segments: number;
  readonly compared: number;
  readonly known: number;
}

export interface RemarksFacts {
  readonly names: readonly ListedName[];
  readonly birthDates: readonly BirthDate[];
  readonly countries: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly relationships: readonly Relationship[];
  readonly count: RemarksCount;
}

export function joinRemarks(remarks: string, continuation: string | undefined): string {
  if (continuation === undefined) return remarks;
  return remarks.length >= remarksWidth ? remarks + continuation : `${remarks}; ${continuation}`;
}

/** What the prose of the remarks says in a form that can be compared; the rest stays prose. */
export function readRemarks(remarks: string): RemarksFacts {
  const segments = segmentsOf(remarks);
  const read = segments.map((segment) => ({ segment, facts: factsOf(segment) }));
  const compared = read.filter(({ facts }) => facts !== null).length;
  const known = read.filter(({ segment, facts }) => facts === null && isKnownNote(segment)).length;
  return {
    names: read.flatMap(({ facts }) => facts?.names ?? []),
    birthDates: read.flatMap(({ facts }) => facts?.birthDates ?? []),
    countries: read.flatMap(({ facts }) => facts?.countries ?? []),
    identifiers: read.flatMap(({ facts }) => facts?.identifiers ?? []),
    relationships: read.flatMap(({ facts }) => facts?.relationships ?? []),
    count: { segments: segments.length, compared, known },
  };
}

export function addCounts(counts: readonly RemarksCount[]): RemarksCount {
  const total = (part: keyof RemarksCount) => counts.reduce((sum, count) => sum + count[part], 0);
  return { segments: total('segments'), compared: total('compared'), known: total('known') };
}

/** Split at the semicolons; the full stop closes the remarks as a whole, a name's own (`CO., LTD.`) is the name's. */
function segmentsOf(remarks: string): string[] {
  const segments = remarks.trim().replace(/\.$/, '').split(';');
  // Cut off without a continuation: the last segment may be half a wallet address, which is another address.
  if (remarks.length === remarksWidth) segments.pop();
  return segments
    .map((segment) => segment.trim().replace(/^alt\. /i, ''))
    .filter((segment) => /[\p{L}\p{N}]/u.test(segment));
}

type Facts = Partial<Omit<RemarksFacts, 'count'>>;

/** `null` when the segment says nothing that a field takes. */
function factsOf(published: string): Facts | null {
  const relationships = readRelationship(published);
  if (relationships.length > 0) return { relationships };
  const segment = published.replace(/\.$/, '');
  const birthDates = readBirthDate(segment);
  if (birthDates.length > 0) return { birthDates };
  const names = readWeakName(segment);
  if (names.length > 0) return { names };
  const countries = readCountry(segment);
  if (countries !== null) return { countries };
  const identifiers = readIdentifier(segment);
  return identifiers.length > 0 ? { identifiers } : null;
}

/** Names that ALT.CSV leaves out because OFAC holds them to be weak: `a.k.a. 'NAME'`, which may hold apostrophes. */
function readWeakName(segment: string): ListedName[] {
  const [, kind, text] = /^([afn]\.k|d\.b)\.a\.,? '(.+)'$/.exec(segment) ?? [];
  if (text === undefined) return [];
  const role = kind === 'f.k' ? 'fka' : kind === 'n.k' ? 'nka' : 'aka';
  return [{ text, quality: 'weak', role }];
}

/** Without a country that we know, as in `POB Shati`, the place is read and gives none. */
function readCountry(segment: string): string[] | null {
  const [, place] =
    /^(?:nationality|citizen|POB|Nationality of Registration|Former Vessel Flag) (.+)$/i.exec(segment) ?? [];
  if (place === undefined) return null;
  const code = countryCodeOf(place) ?? countryCodeOf(place.split(/, ?/).at(-1) ?? '');
  return code === null ? [] : [code];
}

const kinship =
  /^((?:half-)?(?:brother|sister)(?:-in-law)?|wife|husband|son|daughter(?:-in-law)?|child) of (.+)$/i;

function readRelationship(segment: string): Relationship[] {
  const [, linked] = /^Linked To: (.+)$/.exec(segment) ?? [];
  if (linked !== undefined) return [{ kind: 'Linked To', name: linked }];
  const [, kind, name] = kinship.exec(segment) ?? [];
  return kind === undefined || name === undefined ? [] : [{ kind: `${kind} of`, name }];
}
