import { unknownParts, type KeptText } from '../xml/kept-text.ts';
import { attributeOf, elementsAt, textAt, type XmlElement } from '../xml/xml-element.ts';
import { dayOf } from './date-period.ts';
import type { ReferenceValues } from './reference-values.ts';

/** Why and how a party is listed. */
export interface SanctionsEntry {
  readonly sublist: string;
  readonly programmes: readonly string[];
  /** Day of the listing, authority, and effects such as `Block`. */
  readonly remarks: readonly string[];
}

/** The type of a measure whose comment names the programme; the others are effects. */
const programmeMeasure = 'program';

const read = new Set(['EntryEvent', 'SanctionsMeasure']);

export function sanctionsEntryOf(entry: XmlElement, values: ReferenceValues, kept: KeptText): SanctionsEntry {
  const sublist = values.labelOf('List', attributeOf(entry, 'ListID'));
  const measures = elementsAt(entry, 'SanctionsMeasure').map((measure) => ({
    type: values.labelOf('SanctionsType', attributeOf(measure, 'SanctionsTypeID')),
    comment: textAt(measure, 'Comment'),
  }));
  const isProgramme = ({ type }: { type: string }) => type.toLowerCase() === programmeMeasure;
  const events = elementsAt(entry, 'EntryEvent').flatMap((event) => [
    `${sublist} ${dayOf(elementsAt(event, 'Date')[0], 'first') ?? ''}`.trim(),
    values.labelOf('LegalBasis', attributeOf(event, 'LegalBasisID')),
    textAt(event, 'Comment'),
  ]);
  const effects = measures
    .filter((measure) => !isProgramme(measure))
    .map(({ type, comment }) => `${type} ${comment}`.trim());
  return {
    sublist,
    programmes: measures.filter(isProgramme).map(({ comment }) => comment),
    remarks: [...events, ...effects, ...unknownParts(entry, read, kept)],
  };
}
