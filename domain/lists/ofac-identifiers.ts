import { partLabel } from './identifier-labels.ts';
import type { Identifier, IdentifierKind } from './list-entry.ts';
import { countryCodeOf } from './ofac-countries.ts';

/** A Legal Entity Identifier by ISO 17442; OFAC puts national numbers under the same label. */
const lei = /^[A-Z0-9]{18}\d{2}$/;

/** What is written without one of OFAC's labels for documents. */
const forms: readonly { readonly kind: IdentifierKind; readonly pattern: RegExp }[] = [
  { kind: 'wallet', pattern: /^Digital Currency Address - \S+ (\S+)$/ },
  { kind: 'email', pattern: /^(?:Email Address:? |Email: ?)?(\S+@\S+?\.\S+?)(?: \(email\))?$/i },
  { kind: 'website', pattern: /^(?:Website:? )?((?:https?:\/\/|www\.)\S+)(?: \(website\))?$/i },
  { kind: 'website', pattern: /^Website:? (\S+\.\S+)$/i },
];

/** The number of a segment such as `Passport A1234567 (Iran) expires 20 Oct 2023`; nothing where it has none. */
export function readIdentifier(segment: string): Identifier[] {
  for (const { kind, pattern } of forms) {
    const [, value] = pattern.exec(segment) ?? [];
    if (value !== undefined) return [{ kind, value }];
  }
  const parted = partLabel(segment);
  if (parted === null) return [];
  const value = valueOf(parted.rest);
  // A number without a digit is prose; a bank's code may have letters alone.
  if (!/\d/.test(value) && !(parted.kind === 'swift' && /^[A-Z]{8,11}$/.test(value))) return [];
  const country = issuerOf(parted.rest);
  return [{ kind: kindOf(parted.kind, value), value, ...(country === null ? {} : { country }) }];
}

function valueOf(rest: string): string {
  const [value = ''] = rest.split(/,? (?:\(|issued\b|expire[sd]\b|at\b)|, /);
  return value.replaceAll(/^\(|\)$|,$/g, '').trim();
}

/** The country in the last brackets; `(Jalisco) (Mexico)` names a place before it. */
function issuerOf(rest: string): string | null {
  const places = [...rest.matchAll(/\(([^()]+)\)/g)].map(([, place = '']) => countryCodeOf(place));
  return places.findLast((code) => code !== null) ?? null;
}

function kindOf(kind: IdentifierKind, value: string): IdentifierKind {
  return lei.test(value) ? 'lei' : kind;
}
