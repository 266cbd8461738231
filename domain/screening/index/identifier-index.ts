import type { ListedEntry } from '../../lists/listed-entry.ts';
import { identifierKey } from '../identifier-key.ts';
import type { IndexFile, Sections } from './index-file.ts';
import { groupSections, groupsOf, invertGroups, membersOf, packGroups } from './packed-groups.ts';
import { stringSections, stringsOf, unpackAscii } from './packed-strings.ts';

/** Listed parties by the keys of the identifiers that the lists give for them. */
export function identifierSections(entries: readonly Pick<ListedEntry, 'identifiers'>[]): Sections {
  const keys = new Map<string, number>();
  const keysOfEntries = entries.map(({ identifiers }) =>
    identifiers.flatMap(({ value }) => {
      const key = identifierKey(value);
      if (key === null) return [];
      const known = keys.get(key) ?? keys.size;
      keys.set(key, known);
      return [known];
    }),
  );
  return {
    ...stringSections(
      'identifiers',
      [...keys.keys()].map((key) => encodeURIComponent(key)),
    ),
    ...groupSections('identifiers.entries', packGroups(invertGroups(keysOfEntries, keys.size))),
  };
}

export type EntriesWithIdentifier = (value: string) => Uint32Array;

export function openIdentifiers(file: IndexFile): EntriesWithIdentifier {
  const keys = unpackAscii(stringsOf(file, 'identifiers'));
  const places = new Map(keys.map((key, place) => [decodeURIComponent(key), place]));
  const entries = groupsOf(file, 'identifiers.entries');
  return (value) => {
    const key = identifierKey(value);
    const place = key === null ? undefined : places.get(key);
    return place === undefined ? none : membersOf(entries, place);
  };
}

const none = new Uint32Array();
