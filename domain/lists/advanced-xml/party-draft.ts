import type { EntryKind, ListedName } from '../list-entry.ts';
import { entryKind } from '../xml/entry-kind.ts';
import { unknownParts, type KeptText } from '../xml/kept-text.ts';
import { mergedFacts, type PartyFacts } from '../xml/party-facts.ts';
import { attributeOf, elementsAt, textAt, type XmlElement } from '../xml/xml-element.ts';
import { quoted, recordRefused } from '../xml/xml-refusal.ts';
import { advancedFeature } from './advanced-features.ts';
import type { Location } from './advanced-locations.ts';
import { advancedNames, identitiesOf } from './advanced-names.ts';
import type { ReferenceValues } from './reference-values.ts';

/** A party as its own section tells of it, before its listing and its ties, which come later in the file. */
export interface PartyDraft {
  /** The number that other sections and OFAC's other files know the party by. */
  readonly profileId: string;
  readonly row: number;
  readonly kind: EntryKind;
  readonly names: readonly ListedName[];
  readonly facts: PartyFacts;
}

export interface DraftContext {
  readonly file: string;
  readonly values: ReferenceValues;
  readonly locations: ReadonlyMap<string, Location>;
  /** By identity; what a party takes is taken out, so that what is left belongs to nobody. */
  readonly documents: Map<string, PartyFacts[]>;
  readonly kept: KeptText;
}

const read = new Set(['Comment', 'Identity', 'Feature']);

/** @throws ListRefusedError for a party without number, primary name or known kind */
export function partyDraft(party: XmlElement, row: number, context: DraftContext): PartyDraft {
  const { file, values, kept } = context;
  const profiles = elementsAt(party, 'Profile');
  const [profile] = profiles;
  const profileId = attributeOf(profile, 'ID');
  if (profile === undefined || profiles.length !== 1 || !/^\d{1,10}$/.test(profileId)) {
    const found = `${profiles.length} with ID ${quoted(profileId)}`;
    throw recordRefused(file, row, 'one profile with a number as ID', found);
  }
  const type = values.kindOfParty(attributeOf(profile, 'PartySubTypeID'));
  const kind = entryKind(type, { file, row, id: profileId });
  const names = advancedNames(profile, values, kept);
  if (names[0]?.role !== 'primary') {
    throw recordRefused(file, row, 'a primary name', `none of profile ${profileId}`);
  }
  const features = elementsAt(profile, 'Feature').flatMap((feature) => advancedFeature(feature, context));
  const facts = mergedFacts([...features, ...documentsOf(profile, context.documents)]);
  const comments = [textAt(party, 'Comment'), textAt(profile, 'Comment')];
  const remarks = [...comments, ...facts.remarks, ...unknownParts(profile, read, kept)];
  return { profileId, row, kind, names, facts: { ...facts, remarks } };
}

function documentsOf(profile: XmlElement, documents: Map<string, PartyFacts[]>): PartyFacts[] {
  return identitiesOf(profile).flatMap((identity) => {
    const own = documents.get(identity) ?? [];
    documents.delete(identity);
    return own;
  });
}
