import type { ListEntry, Relationship } from '../list-entry.ts';
import { entryKind } from '../xml/entry-kind.ts';
import { joinedRemarks, unknownParts, type KeptText } from '../xml/kept-text.ts';
import { mergedFacts, type PartyFacts } from '../xml/party-facts.ts';
import { attributeOf, elementsAt, textAt, wholeText, type XmlElement } from '../xml/xml-element.ts';
import type { XmlListOptions } from '../xml/xml-list-reading.ts';
import { quoted, recordRefused } from '../xml/xml-refusal.ts';
import { enhancedAddress } from './enhanced-addresses.ts';
import { enhancedDocument } from './enhanced-documents.ts';
import { enhancedFeature } from './enhanced-features.ts';
import { enhancedNames } from './enhanced-names.ts';
import type { ReferenceCountries } from './reference-countries.ts';

/** What every entity is read with. */
export interface EnhancedContext extends XmlListOptions {
  readonly countries: ReferenceCountries;
  readonly kept: KeptText;
}

const read = new Set([
  'generalInfo',
  'sanctionsLists',
  'sanctionsPrograms',
  'sanctionsTypes',
  'legalAuthorities',
  'names',
  'addresses',
  'features',
  'identityDocuments',
  'relationships',
]);

/** @throws ListRefusedError for an entity without number, primary name or known kind */
export function enhancedEntry(entity: XmlElement, row: number, context: EnhancedContext): ListEntry {
  const { file, list, kept } = context;
  const entryId = attributeOf(entity, 'id');
  if (!/^\d{1,10}$/.test(entryId)) throw recordRefused(file, row, 'a number as id', quoted(entryId));
  const type = textAt(entity, 'generalInfo', 'entityType');
  const kind = entryKind(type, { file, row, id: entryId });
  const names = enhancedNames(entity, kept);
  if (names[0]?.role !== 'primary') {
    throw recordRefused(file, row, 'a primary name', `none of entity ${entryId}`);
  }
  const { remarks, ...facts } = factsOf(entity, context);
  return {
    list,
    entryId,
    kind,
    names,
    programmes: elementsAt(entity, 'sanctionsPrograms', 'sanctionsProgram').map(({ text }) => text),
    ...facts,
    relationships: elementsAt(entity, 'relationships', 'relationship').map(relationshipOf),
    sources: [{ file, row }],
    remarks: joinedRemarks([...generalRemarks(entity), ...remarks, ...unknownParts(entity, read, kept)]),
  };
}

function factsOf(entity: XmlElement, { countries, kept }: EnhancedContext): PartyFacts {
  return mergedFacts([
    ...elementsAt(entity, 'features', 'feature').map((feature) => enhancedFeature(feature, countries, kept)),
    ...elementsAt(entity, 'addresses', 'address').map((address) => enhancedAddress(address, countries, kept)),
    ...elementsAt(entity, 'identityDocuments', 'identityDocument').map((document) =>
      enhancedDocument(document, countries, kept),
    ),
  ]);
}

function relationshipOf(relationship: XmlElement): Relationship {
  const [related] = elementsAt(relationship, 'relatedEntity');
  const entryId = attributeOf(related, 'entityId');
  const quality = textAt(relationship, 'quality');
  // High is the rule, and goes without saying in OFAC's other files.
  const details = [quality === 'High' ? '' : quality, textAt(relationship, 'comments')].filter(
    (text) => text !== '',
  );
  const type = textAt(relationship, 'type');
  return {
    kind: details.length === 0 ? type : `${type} (${details.join(', ')})`,
    name: related?.text ?? '',
    ...(entryId === '' ? {} : { entryId }),
  };
}

/** OFAC's remarks and title, then on which of its lists the party stands, under what authority and with what effect. */
function generalRemarks(entity: XmlElement): string[] {
  const general = elementsAt(entity, 'generalInfo')[0]?.children ?? [];
  const own = general.filter(({ name }) => name !== 'identityId' && name !== 'entityType').map(wholeText);
  const lists = elementsAt(entity, 'sanctionsLists', 'sanctionsList').map((list) =>
    `${list.text} ${attributeOf(list, 'datePublished')}`.trim(),
  );
  const others = [
    ...elementsAt(entity, 'sanctionsTypes', 'sanctionsType'),
    ...elementsAt(entity, 'legalAuthorities', 'legalAuthority'),
  ].map(({ text }) => text);
  return [...own, ...lists, ...others];
}
