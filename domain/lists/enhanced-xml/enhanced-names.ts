import type { ListedName } from '../list-entry.ts';
import { isoScriptOf } from '../xml/iso-scripts.ts';
import type { KeptText } from '../xml/kept-text.ts';
import { primaryFirst, roleOfAlias } from '../xml/name-role.ts';
import { elementsAt, textAt, type XmlElement } from '../xml/xml-element.ts';

/** Every name of an entity in every script it is given in. An alias of unknown type is one all the same. */
export function enhancedNames(entity: XmlElement, kept: KeptText): ListedName[] {
  return primaryFirst(elementsAt(entity, 'names', 'name').flatMap((name) => spellingsOf(name, kept)));
}

function spellingsOf(name: XmlElement, kept: KeptText): ListedName[] {
  const role = textAt(name, 'isPrimary') === 'true' ? 'primary' : aliasRole(textAt(name, 'aliasType'), kept);
  const quality = textAt(name, 'isLowQuality') === 'true' ? 'weak' : 'strong';
  return elementsAt(name, 'translations', 'translation').flatMap((translation) => {
    const text = textAt(translation, 'formattedFullName') || partsOf(translation);
    if (text === '') return [];
    const writing = textAt(translation, 'script');
    const script = isoScriptOf(writing);
    if (script === null && writing !== '') kept.count(`script ${writing}`);
    return [{ text, quality, role, ...(script === null ? {} : { script }) }];
  });
}

function aliasRole(type: string, kept: KeptText): ListedName['role'] {
  const role = roleOfAlias(type);
  if (role !== null && role !== 'primary') return role;
  kept.count(`alias type ${type}`);
  return 'aka';
}

function partsOf(translation: XmlElement): string {
  return elementsAt(translation, 'nameParts', 'namePart')
    .map((part) => textAt(part, 'value'))
    .filter((value) => value !== '')
    .join(' ');
}
