import type { BirthDate } from '../list-entry.ts';
import { meaningOf } from '../xml/feature-meaning.ts';
import { labelledIdentifier } from '../xml/labelled-identifier.ts';
import type { KeptText } from '../xml/kept-text.ts';
import { countryOfPlace, factsWith, type PartyFacts } from '../xml/party-facts.ts';
import { elementsAt, textAt, type XmlElement } from '../xml/xml-element.ts';
import type { ReferenceCountries } from './reference-countries.ts';

/** One feature: a birth date, a country, an identifier, or else a line of the remarks. */
export function enhancedFeature(
  feature: XmlElement,
  countries: ReferenceCountries,
  kept: KeptText,
): PartyFacts {
  const type = textAt(feature, 'type');
  const value = textAt(feature, 'value');
  const comment = commentOf(feature);
  const line = [type, value, comment].filter((part) => part !== '').join(' ');
  const commented = comment === '' ? [] : [line];
  const asText = () => factsWith({ remarks: [kept.keep(`feature ${type}`, line)] });
  const meaning = meaningOf(type);
  switch (meaning.kind) {
    case 'birthDate': {
      const birthDate = birthDateOf(feature, value);
      return birthDate === null ? asText() : factsWith({ birthDates: [birthDate] });
    }
    case 'country': {
      const country = countries.codeOf(textAt(feature, 'valueRefId'), value);
      return country === null ? asText() : factsWith({ countries: [country] });
    }
    case 'placeOfBirth': {
      const country = countryOfPlace(value);
      return factsWith({ countries: country === null ? [] : [country], remarks: [`POB ${value}`] });
    }
    case 'identifier':
      return value === ''
        ? asText()
        : factsWith({
            identifiers: [{ kind: meaning.identifier, value }],
            remarks: commented,
          });
    case 'labelled': {
      const identifier = labelledIdentifier(type, value, null);
      if (identifier === null) return asText();
      return factsWith({ identifiers: [identifier], remarks: commented });
    }
    case 'address':
    case 'text':
      return asText();
  }
}

/** What OFAC adds, and whether it holds the fact to be less than confirmed. */
function commentOf(feature: XmlElement): string {
  const reliability = textAt(feature, 'reliability');
  return [textAt(feature, 'comments'), reliability === 'Confirmed' ? '' : reliability]
    .filter((part) => part !== '')
    .join(' ');
}

/** From the earliest to the latest day that the feature allows. */
function birthDateOf(feature: XmlElement, text: string): BirthDate | null {
  const [dates] = elementsAt(feature, 'valueDate');
  if (dates === undefined) return null;
  const from = textAt(dates, 'fromDateBegin').slice(0, 10);
  const to = textAt(dates, 'toDateEnd').slice(0, 10);
  const isDay = /^\d{4}-\d{2}-\d{2}$/;
  if (!isDay.test(from) || !isDay.test(to) || from > to) return null;
  return { text, from, to, isApproximate: textAt(dates, 'isApproximate') === 'true' };
}
