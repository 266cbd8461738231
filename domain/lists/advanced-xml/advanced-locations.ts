import type { ListedAddress } from '../list-entry.ts';
import { countryOfPlace } from '../xml/party-facts.ts';
import { attributeOf, elementsAt, textAt, type XmlElement } from '../xml/xml-element.ts';
import type { ReferenceValues } from './reference-values.ts';

export interface Location {
  /** The address in one line, first in its primary spelling; '' for none. */
  readonly texts: readonly string[];
  readonly country: string | null;
}

/** The parts of an address in the order in which one is written; a part of another type goes before the country. */
const order = ['ADDRESS1', 'ADDRESS2', 'ADDRESS3', 'CITY', 'STATE/PROVINCE', 'POSTAL CODE', 'REGION'];

export function locationOf(location: XmlElement, values: ReferenceValues): Location {
  const countryId = attributeOf(elementsAt(location, 'LocationCountry')[0], 'CountryID');
  const country = countryId === '' ? '' : values.labelOf('Country', countryId);
  const lines = [linesOf(location, values, true), linesOf(location, values, false)];
  const texts = lines
    .filter((line, index) => index === 0 || line.length > 0)
    .map((line) => [...line, country].filter((part) => part !== '').join(', '));
  return {
    texts: [...new Set(texts)].filter((text) => text !== ''),
    country: values.countryOf(countryId) ?? countryOfPlace(lines[0]?.join(', ') ?? ''),
  };
}

export function addressesOf({ texts, country }: Location): ListedAddress[] {
  return texts.map((text) => ({ text, ...(country === null ? {} : { country }) }));
}

/** A part may be given in Latin letters, which is primary, and as it is written on the spot. */
function linesOf(location: XmlElement, values: ReferenceValues, isPrimary: boolean): string[] {
  return elementsAt(location, 'LocationPart')
    .map((part) => ({
      part,
      rank: order.indexOf(values.labelOf('LocPartType', attributeOf(part, 'LocPartTypeID'))),
    }))
    .toSorted((left, right) => rankOf(left.rank) - rankOf(right.rank))
    .flatMap(({ part }) =>
      elementsAt(part, 'LocationPartValue')
        .filter((value) => (attributeOf(value, 'Primary') !== 'false') === isPrimary)
        .map((value) => textAt(value, 'Value')),
    )
    .filter((text) => text !== '');
}

function rankOf(position: number): number {
  return position === -1 ? order.length : position;
}
