import type { ListedName } from '../list-entry.ts';
import type { KeptText } from '../xml/kept-text.ts';
import { primaryFirst, roleOfAlias } from '../xml/name-role.ts';
import { attributeOf, elementsAt, type XmlElement } from '../xml/xml-element.ts';
import type { ReferenceValues } from './reference-values.ts';

/** Parts of a person's name that OFAC's other files write before the comma. */
const familyParts = ['last name', 'maiden name', 'matronymic', 'patronymic'];

/** The names of all identities of a profile, in every script; one taken on in somebody else's name is searched too. */
export function advancedNames(profile: XmlElement, values: ReferenceValues, kept: KeptText): ListedName[] {
  return primaryFirst(
    elementsAt(profile, 'Identity').flatMap((identity) => {
      const partTypes = partTypesOf(identity, values);
      const isOwn = attributeOf(identity, 'Primary') !== 'false';
      return elementsAt(identity, 'Alias').flatMap((alias) => {
        const role =
          isOwn && attributeOf(alias, 'Primary') === 'true' ? 'primary' : aliasRole(alias, values, kept);
        return spellingsOf(alias, role, partTypes, values, kept);
      });
    }),
  );
}

/** What kind of name part each group of an identity is, such as `Last Name`. */
function partTypesOf(identity: XmlElement, values: ReferenceValues): ReadonlyMap<string, string> {
  const groups = elementsAt(identity, 'NamePartGroups', 'MasterNamePartGroup', 'NamePartGroup');
  return new Map(
    groups.map((group) => [
      attributeOf(group, 'ID'),
      values.labelOf('NamePartType', attributeOf(group, 'NamePartTypeID')),
    ]),
  );
}

function spellingsOf(
  alias: XmlElement,
  role: ListedName['role'],
  partTypes: ReadonlyMap<string, string>,
  values: ReferenceValues,
  kept: KeptText,
): ListedName[] {
  const quality = attributeOf(alias, 'LowQuality') === 'true' ? 'weak' : 'strong';
  return elementsAt(alias, 'DocumentedName').flatMap((name) => {
    const parts = elementsAt(name, 'DocumentedNamePart', 'NamePartValue').filter(({ text }) => text !== '');
    if (parts.length === 0) return [];
    const writing = attributeOf(parts[0], 'ScriptID');
    const script = values.scriptOf(writing);
    if (script === null && writing !== '') kept.count(`script ${values.labelOf('Script', writing)}`);
    return [{ text: written(parts, partTypes), quality, role, ...(script === null ? {} : { script }) }];
  });
}

function aliasRole(alias: XmlElement, values: ReferenceValues, kept: KeptText): ListedName['role'] {
  const type = values.labelOf('AliasType', attributeOf(alias, 'AliasTypeID'));
  const role = roleOfAlias(type);
  if (role !== null && role !== 'primary') return role;
  kept.count(`alias type ${type}`);
  return 'aka';
}

/** `FAMILY, Given` for a person, as in OFAC's other files; the parts in the order of the file. */
function written(parts: readonly XmlElement[], partTypes: ReadonlyMap<string, string>): string {
  const isFamily = (part: XmlElement) =>
    familyParts.includes((partTypes.get(attributeOf(part, 'NamePartGroupID')) ?? '').toLowerCase());
  const firstGiven = parts.findIndex((part) => !isFamily(part));
  const text = (some: readonly XmlElement[]) => some.map((part) => part.text).join(' ');
  if (firstGiven <= 0) return text(parts);
  return `${text(parts.slice(0, firstGiven))}, ${text(parts.slice(firstGiven))}`;
}

/** The identities of a profile, which documents refer to. */
export function identitiesOf(profile: XmlElement): string[] {
  return elementsAt(profile, 'Identity').map((identity) => attributeOf(identity, 'ID'));
}
