import { identifierKindOf } from '../identifier-labels.ts';
import type { Identifier } from '../list-entry.ts';
import { countryCodeOf } from '../ofac-countries.ts';

/** ISO 17442: eighteen letters or digits and two check digits. OFAC puts national numbers under the same label. */
const lei = /^[A-Z0-9]{18}\d{2}$/;

/**
 * The number of a document, or of a feature that is one, by OFAC's label for it; `null` where the label says too little
 * to compare by, or is new to us.
 */
export function labelledIdentifier(label: string, text: string, issuer: string | null): Identifier | null {
  const kind = identifierKindOf(label);
  const { number, country } = partIssuer(text);
  if (kind === null || number === '') return null;
  const [, imo] = /^(?:IMO )?(\d{7})$/.exec(number) ?? [];
  if (imo !== undefined && (kind === 'imo' || number !== imo)) return { kind: 'imo', value: imo };
  const code = issuer ?? country;
  return {
    kind: lei.test(number) ? 'lei' : kind === 'imo' ? 'registrationNumber' : kind,
    value: number,
    ...(code === null ? {} : { country: code }),
  };
}

/** `1026303117642 (Russia)`: here and there the issuer stands behind the number instead of in its own field. */
function partIssuer(text: string): { number: string; country: string | null } {
  const [, number = '', place = ''] = /^(.+?) \(([^()]+)\)$/.exec(text) ?? [];
  const country = countryCodeOf(place);
  return country === null ? { number: text, country } : { number, country };
}
