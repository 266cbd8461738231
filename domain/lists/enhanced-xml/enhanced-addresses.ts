import { addressLine } from '../xml/address-line.ts';
import type { KeptText } from '../xml/kept-text.ts';
import { factsWith, type PartyFacts } from '../xml/party-facts.ts';
import { attributeOf, elementsAt, textAt, type XmlElement } from '../xml/xml-element.ts';
import type { ReferenceCountries } from './reference-countries.ts';

/** One address in each script it is given in; an address with nothing in it is none. */
export function enhancedAddress(
  address: XmlElement,
  countries: ReferenceCountries,
  kept: KeptText,
): PartyFacts {
  const [country] = elementsAt(address, 'country');
  const place = country?.text ?? '';
  const code = country === undefined ? null : countries.codeOf(attributeOf(country, 'refId'), place);
  if (code === null && place !== '') kept.count(`country ${place}`);
  const spellings = elementsAt(address, 'translations', 'translation').map((translation) =>
    elementsAt(translation, 'addressParts', 'addressPart').map((part) => ({
      type: textAt(part, 'type'),
      value: textAt(part, 'value'),
    })),
  );
  const texts = (spellings.length === 0 ? [[]] : spellings).map((parts) => addressLine(parts, place));
  return factsWith({
    countries: code === null ? [] : [code],
    addresses: [...new Set(texts)]
      .filter((text) => text !== '')
      .map((text) => ({ text, ...(code === null ? {} : { country: code }) })),
  });
}
