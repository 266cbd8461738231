import type { Identifier, IdentifierKind } from './list-entry.ts';
import { countryCodeOf } from './ofac-countries.ts';

/** How the remarks name what is simple to compare. The first group is the value, the second the issuer. */
const patterns: readonly { readonly kind: IdentifierKind; readonly pattern: RegExp }[] = [
  { kind: 'wallet', pattern: /^Digital Currency Address - \S+ (\S+)$/ },
  { kind: 'passport', pattern: /^Passport (\S+)(?: \(([^)]+)\))?/ },
  { kind: 'nationalId', pattern: /^(?:National ID|Cedula|D\.N\.I\.) No\. (\S+)(?: \(([^)]+)\))?/ },
  { kind: 'taxId', pattern: /^Tax ID No\. (\S+)(?: \(([^)]+)\))?/ },
  { kind: 'registrationNumber', pattern: /^(?:Business )?Registration Number (\S+)(?: \(([^)]+)\))?/ },
  { kind: 'imo', pattern: /^(?:Vessel Registration Identification|Identification Number) IMO (\d{7})$/ },
  { kind: 'mmsi', pattern: /^MMSI (\d{9})/ },
  { kind: 'swift', pattern: /^SWIFT\/BIC ([A-Z0-9]{8,11})$/ },
  { kind: 'email', pattern: /^Email Address (\S+@\S+)$/ },
];

export function readIdentifier(segment: string): Identifier[] {
  for (const { kind, pattern } of patterns) {
    const [, value, issuer] = pattern.exec(segment) ?? [];
    if (value === undefined) continue;
    const country = issuer === undefined ? null : countryCodeOf(issuer);
    return [{ kind, value, ...(country === null ? {} : { country }) }];
  }
  return [];
}
