import { labelledIdentifier } from '../xml/labelled-identifier.ts';
import type { KeptText } from '../xml/kept-text.ts';
import { factsWith, type PartyFacts } from '../xml/party-facts.ts';
import { attributeOf, textAt, type XmlElement } from '../xml/xml-element.ts';
import type { ReferenceValues } from './reference-values.ts';

/** One registration or identity document. A forged one is an identifier too: whoever shows it again is worth a look. */
export function advancedDocument(document: XmlElement, values: ReferenceValues, kept: KeptText): PartyFacts {
  const type = values.labelOf('IDRegDocType', attributeOf(document, 'IDRegDocTypeID'));
  const number = textAt(document, 'IDRegistrationNo');
  const countryId = attributeOf(document, 'IssuedBy-CountryID');
  const validity = values.textOf('Validity', attributeOf(document, 'ValidityID')) ?? '';
  const isInvalid = /invalid|fraud|false/i.test(validity);
  const line = [type, number, bracketed(values.textOf('Country', countryId)), isInvalid ? 'not valid' : '']
    .filter((part) => part !== '')
    .join(' ');
  const identifier = labelledIdentifier(type, number, values.countryOf(countryId));
  if (identifier !== null) {
    return factsWith({ identifiers: [identifier], remarks: isInvalid ? [line] : [] });
  }
  return factsWith({ remarks: [kept.keep(`document ${type}`, line)] });
}

function bracketed(text: string | null): string {
  return text === null || text === '' ? '' : `(${text})`;
}
