import { meaningOf } from '../xml/feature-meaning.ts';
import { labelledIdentifier } from '../xml/labelled-identifier.ts';
import type { KeptText } from '../xml/kept-text.ts';
import { countryOfPlace, factsWith, type PartyFacts } from '../xml/party-facts.ts';
import { attributeOf, elementsAt, textAt, type XmlElement } from '../xml/xml-element.ts';
import { addressesOf, type Location } from './advanced-locations.ts';
import { birthDateOf } from './date-period.ts';
import type { ReferenceValues } from './reference-values.ts';

export interface FeatureContext {
  readonly values: ReferenceValues;
  readonly locations: ReadonlyMap<string, Location>;
  readonly kept: KeptText;
}

/** One feature: a birth date, a country, an address, an identifier, or else a line of the remarks; each version of it. */
export function advancedFeature(feature: XmlElement, context: FeatureContext): PartyFacts[] {
  const type = context.values.labelOf('FeatureType', attributeOf(feature, 'FeatureTypeID'));
  return elementsAt(feature, 'FeatureVersion').map((version) => factsOf(type, version, context));
}

function factsOf(type: string, version: XmlElement, context: FeatureContext): PartyFacts {
  const places = placesOf(version, context);
  const value = valueOf(version, context.values);
  const comment = textAt(version, 'Comment');
  const asText = () => {
    const spoken = [value, ...places.flatMap(({ texts }) => texts), ...daysOf(version), comment];
    const line = [type, ...spoken].filter((part) => part !== '').join(' ');
    return factsWith({ remarks: [context.kept.keep(`feature ${type}`, line)] });
  };
  const meaning = meaningOf(type);
  switch (meaning.kind) {
    case 'birthDate': {
      const birthDates = elementsAt(version, 'DatePeriod').flatMap((period) => birthDateOf(period) ?? []);
      return birthDates.length === 0 ? asText() : factsWith({ birthDates });
    }
    case 'country': {
      const country = places[0]?.country ?? countryOfPlace(value);
      return country === null ? asText() : factsWith({ countries: [country] });
    }
    case 'placeOfBirth': {
      const place = value || (places[0]?.texts[0] ?? '');
      const country = places[0]?.country ?? countryOfPlace(place);
      return factsWith({ countries: country === null ? [] : [country], remarks: [`POB ${place}`] });
    }
    case 'address': {
      const countries = places.flatMap(({ country }) => country ?? []);
      return places.length === 0
        ? asText()
        : factsWith({ countries, addresses: places.flatMap(addressesOf) });
    }
    case 'identifier':
    case 'labelled': {
      const identifier =
        meaning.kind === 'labelled'
          ? labelledIdentifier(type, value, null)
          : { kind: meaning.identifier, value };
      if (identifier === null || value === '') return asText();
      const remarks = comment === '' ? [] : [`${type} ${value} ${comment}`];
      return factsWith({ identifiers: [identifier], remarks });
    }
    case 'text':
      return asText();
  }
}

/** A location that the file does not hold is counted, since an address is lost with it. */
function placesOf(version: XmlElement, { locations, kept }: FeatureContext): Location[] {
  return elementsAt(version, 'VersionLocation').flatMap((reference) => {
    const location = locations.get(attributeOf(reference, 'LocationID'));
    if (location === undefined) kept.count('reference to a location that the file does not hold');
    return location ?? [];
  });
}

/** Free text, or one of the file's own reference values. */
function valueOf(version: XmlElement, values: ReferenceValues): string {
  return elementsAt(version, 'VersionDetail')
    .map((detail) => {
      const id = attributeOf(detail, 'DetailReferenceID');
      return id === '' ? detail.text : values.labelOf('DetailReference', id);
    })
    .filter((text) => text !== '')
    .join(', ');
}

function daysOf(version: XmlElement): string[] {
  return elementsAt(version, 'DatePeriod').flatMap((period) => birthDateOf(period)?.text ?? []);
}
