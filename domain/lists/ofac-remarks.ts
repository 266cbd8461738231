import { readBirthDate } from './birth-date.ts';
import type { BirthDate, Identifier, ListedName } from './list-entry.ts';
import { countryCodeOf } from './ofac-countries.ts';
import { readIdentifier } from './ofac-identifiers.ts';

/** Width of the Remarks column: what does not fit goes on in SDN_COMMENTS, in the middle of a word if need be. */
const remarksWidth = 1000;

export interface RemarksFacts {
  readonly names: readonly ListedName[];
  readonly birthDates: readonly BirthDate[];
  readonly countries: readonly string[];
  readonly identifiers: readonly Identifier[];
}

export function joinRemarks(remarks: string, continuation: string | undefined): string {
  if (continuation === undefined) return remarks;
  return remarks.length >= remarksWidth ? remarks + continuation : `${remarks}; ${continuation}`;
}

/** What the prose of the remarks says in a form that can be compared; the rest stays prose. */
export function readRemarks(remarks: string): RemarksFacts {
  const segments = remarks.split(';').map((segment) => segment.trim().replace(/\.$/, ''));
  // Cut off without a continuation: the last segment may be half a wallet address, which is another address.
  if (remarks.length === remarksWidth) segments.pop();
  const plain = segments.map((segment) => segment.replace(/^alt\. /, ''));
  return {
    names: plain.flatMap(readWeakName),
    birthDates: plain.flatMap(readBirthDate),
    countries: plain.flatMap(readCountry),
    identifiers: plain.flatMap(readIdentifier),
  };
}

/** Names that ALT.CSV leaves out because OFAC holds them to be weak: `a.k.a. 'NAME'`, which may hold apostrophes. */
function readWeakName(segment: string): ListedName[] {
  const match = /^([afn])\.k\.a\. '(.+)'$/.exec(segment);
  const [, letter, text] = match ?? [];
  if (text === undefined) return [];
  const role = letter === 'a' ? 'aka' : letter === 'f' ? 'fka' : 'nka';
  return [{ text, quality: 'weak', role }];
}

function readCountry(segment: string): string[] {
  const [, place] = /^(?:nationality|citizen|POB) (.+)$/.exec(segment) ?? [];
  if (place === undefined) return [];
  const code = countryCodeOf(place) ?? countryCodeOf(place.split(', ').at(-1) ?? '');
  return code === null ? [] : [code];
}
