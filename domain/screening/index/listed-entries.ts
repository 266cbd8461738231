import { entryKey, type ListedEntry } from '../../lists/listed-entry.ts';
import type { ListedName } from '../../lists/list-entry.ts';
import type { Match } from '../screening.ts';
import type { ScreeningIndex } from './open-index.ts';

/** The listed party of a match, as far as screening looks at it. */
export type EntryOfMatch = (match: Pick<Match, 'list' | 'entryId'>) => ListedEntry;

/** Finds listed parties in the index that named them. The first question reads all entries, the others none. */
export function listedEntries(index: ScreeningIndex): EntryOfMatch {
  let places: ReadonlyMap<string, number> | null = null;
  return (match) => {
    places ??= placesOf(index);
    const entry = places.get(entryKey(match));
    if (entry === undefined)
      throw new RangeError(`the matcher found ${entryKey(match)}, which is not in the index it searched`);
    return { ...index.partyAt(entry), names: namesOf(index, entry) };
  };
}

function placesOf(index: ScreeningIndex): Map<string, number> {
  const entries = Array.from({ length: index.about.entries }, (_, entry) => entry);
  return new Map(entries.map((entry) => [entryKey(index.partyAt(entry)), entry]));
}

/** They stand behind each other, the primary name first. */
function namesOf(index: ScreeningIndex, entry: number): ListedName[] {
  const names: ListedName[] = [];
  const first = index.primaryNameOf(entry);
  for (let name = first; first >= 0 && index.entryOfName[name] === entry; name += 1) {
    const [role, script] = index.formOfName(name);
    names.push({
      text: index.nameAt(name),
      quality: index.isWeakName[name] === 1 ? 'weak' : 'strong',
      // Written by the compiler from names of this type.
      role: role as ListedName['role'],
      ...(script === '' ? {} : { script }),
    });
  }
  return names;
}
