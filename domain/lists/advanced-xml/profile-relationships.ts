import type { Relationship } from '../list-entry.ts';
import type { KeptText } from '../xml/kept-text.ts';
import { attributeOf, textAt, type XmlElement } from '../xml/xml-element.ts';
import type { ReferenceValues } from './reference-values.ts';

/** A tie before the names of both parties are known. */
export interface ProfileTie {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}

export function tieOf(relationship: XmlElement, values: ReferenceValues): ProfileTie {
  const type = values.labelOf('RelationType', attributeOf(relationship, 'RelationTypeID'));
  const details = [
    attributeOf(relationship, 'Former') === 'true' ? 'former' : '',
    textAt(relationship, 'Comment'),
  ].filter((detail) => detail !== '');
  return {
    from: attributeOf(relationship, 'From-ProfileID'),
    to: attributeOf(relationship, 'To-ProfileID'),
    kind: details.length === 0 ? type : `${type} (${details.join(', ')})`,
  };
}

/** A party of another file is known by its number alone. */
export function relationshipOf(
  { kind, to }: ProfileTie,
  names: ReadonlyMap<string, string>,
  kept: KeptText,
): Relationship {
  const name = names.get(to);
  if (name === undefined) kept.count('relationship to a party that the file does not hold');
  return { kind, name: name ?? `number ${to}`, entryId: to };
}
