import { labelledIdentifier } from '../xml/labelled-identifier.ts';
import { unknownParts, type KeptText } from '../xml/kept-text.ts';
import { factsWith, type PartyFacts } from '../xml/party-facts.ts';
import { attributeOf, textAt, wholeText, type XmlElement } from '../xml/xml-element.ts';
import type { ReferenceValues } from './reference-values.ts';

const read = new Set(['IDRegistrationNo', 'DocumentedNameReference']);

/** One registration or identity document. A forged one is an identifier too: whoever shows it again is worth a look. */
export function advancedDocument(document: XmlElement, values: ReferenceValues, kept: KeptText): PartyFacts {
  const type = values.labelOf('IDRegDocType', attributeOf(document, 'IDRegDocTypeID'));
  const number = textAt(document, 'IDRegistrationNo');
  const countryId = attributeOf(document, 'IssuedBy-CountryID');
  const validity = values.textOf('Validity', attributeOf(document, 'ValidityID')) ?? '';
  const details = [
    ...(/invalid|fraud|false/i.test(validity) ? ['not valid'] : []),
    ...unknownParts(withoutEmpty(document), read, kept),
  ];
  const line = [type, number, bracketed(values.textOf('Country', countryId)), ...details]
    .filter((part) => part !== '')
    .join(' ');
  const identifier = labelledIdentifier(type, number, values.countryOf(countryId));
  if (identifier !== null) {
    return factsWith({ identifiers: [identifier], remarks: details.length === 0 ? [] : [line] });
  }
  return factsWith({ remarks: [kept.keep(`document ${type}`, line)] });
}

function bracketed(text: string | null): string {
  return text === null || text === '' ? '' : `(${text})`;
}

/** The format writes out what it has nothing for, such as `<Comment />`. */
function withoutEmpty(document: XmlElement): XmlElement {
  return { ...document, children: document.children.filter((child) => wholeText(child) !== '') };
}
