import { labelledIdentifier } from '../xml/labelled-identifier.ts';
import { unknownParts, type KeptText } from '../xml/kept-text.ts';
import { factsWith, type PartyFacts } from '../xml/party-facts.ts';
import { attributeOf, elementsAt, textAt, type XmlElement } from '../xml/xml-element.ts';
import type { ReferenceCountries } from './reference-countries.ts';

const read = new Set(['type', 'name', 'documentNumber', 'isValid', 'issuingLocation', 'issuingCountry']);

/** One identity document. A forged one is an identifier too: whoever shows it again is worth a look. */
export function enhancedDocument(
  document: XmlElement,
  countries: ReferenceCountries,
  kept: KeptText,
): PartyFacts {
  const type = textAt(document, 'type');
  const number = textAt(document, 'documentNumber');
  const [issuer] = elementsAt(document, 'issuingCountry');
  const country = issuer === undefined ? null : countries.codeOf(attributeOf(issuer, 'refId'), issuer.text);
  const place = issuer?.text ?? textAt(document, 'issuingLocation');
  const details = [
    ...(textAt(document, 'isValid') === 'false' ? ['not valid'] : []),
    ...unknownParts(document, read, kept),
  ];
  const line = [type, number, place === '' ? '' : `(${place})`, ...details]
    .filter((part) => part !== '')
    .join(' ');
  const identifier = labelledIdentifier(type, number, country);
  if (identifier !== null) {
    return factsWith({ identifiers: [identifier], remarks: details.length === 0 ? [] : [line] });
  }
  return factsWith({ remarks: [kept.keep(`document ${type}`, line)] });
}
