import { addressLine, type AddressPart } from '../xml/address-line.ts';
import type { ListedAddress } from '../list-entry.ts';
import { countryOfPlace } from '../xml/party-facts.ts';
import { attributeOf, elementsAt, textAt, type XmlElement } from '../xml/xml-element.ts';
import type { ReferenceValues } from './reference-values.ts';

export interface Location {
  /** The address in one line, first in its primary spelling; '' for none. */
  readonly texts: readonly string[];
  readonly country: string | null;
}

export function locationOf(location: XmlElement, values: ReferenceValues): Location {
  const countryId = attributeOf(elementsAt(location, 'LocationCountry')[0], 'CountryID');
  const country = countryId === '' ? '' : values.labelOf('Country', countryId);
  const primary = partsOf(location, values, true);
  const others = partsOf(location, values, false);
  const lines = [
    addressLine(primary, country),
    ...(others.length === 0 ? [] : [addressLine(others, country)]),
  ];
  return {
    texts: [...new Set(lines)].filter((line) => line !== ''),
    country: values.countryOf(countryId) ?? countryOfPlace(addressLine(primary, '')),
  };
}

export function addressesOf({ texts, country }: Location): ListedAddress[] {
  return texts.map((text) => ({ text, ...(country === null ? {} : { country }) }));
}

/** A part may be given in Latin letters, which is primary, and as it is written on the spot. */
function partsOf(location: XmlElement, values: ReferenceValues, isPrimary: boolean): AddressPart[] {
  return elementsAt(location, 'LocationPart').flatMap((part) => {
    const type = values.labelOf('LocPartType', attributeOf(part, 'LocPartTypeID'));
    return elementsAt(part, 'LocationPartValue')
      .filter((value) => (attributeOf(value, 'Primary') !== 'false') === isPrimary)
      .map((value) => ({ type, value: textAt(value, 'Value') }));
  });
}
