import type { ListEntry } from '../../lists/list-entry.ts';
import type { ListedWords } from '../alignment/align-words.ts';
import { totalWeight } from '../words/word.ts';
import { unknownWeight, weightIn, type WeightOf } from '../words/word-weights.ts';
import type { AboutIndex } from './compile-index.ts';
import { openIdentifiers, type EntriesWithIdentifier } from './identifier-index.ts';
import { readIndexFile, type IndexFile } from './index-file.ts';
import { groupsOf, membersOf, type PackedGroups } from './packed-groups.ts';
import { stringAt, stringsOf, unpackAscii } from './packed-strings.ts';
import { WordTable } from './word-table.ts';

/** What the index keeps of a listed party. */
export type ListedParty = Pick<
  ListEntry,
  'list' | 'entryId' | 'kind' | 'birthDates' | 'countries' | 'identifiers'
>;

export interface ScreeningIndex {
  readonly about: AboutIndex;
  /** SHA-256 of the file, in hex. */
  readonly digest: string;
  readonly nameCount: number;
  /** Of the words of queries. */
  readonly weightOf: WeightOf;
  readonly words: WordTable;
  readonly namesOfWord: PackedGroups;
  readonly wordsOfName: PackedGroups;
  /** The words of a name, as they are compared. */
  listedWords(name: number): ListedWords;
  readonly entryOfName: Uint32Array;
  readonly isWeakName: Uint8Array;
  nameAt(name: number): string;
  /** Role and script of a name as its list gives them; the script is empty where the list says none. */
  formOfName(name: number): readonly [role: string, script: string];
  partyAt(entry: number): ListedParty;
  readonly entriesWithIdentifier: EntriesWithIdentifier;
  /** The first name of an entry: names stand in the order of their entries, primary names first. */
  primaryNameOf(entry: number): number;
}

/** @throws IndexRefusedError for a file that this version cannot read */
export function openIndex(bytes: Uint8Array): ScreeningIndex {
  const file = readIndexFile(bytes);
  const [entries, nameTexts] = [stringsOf(file, 'entries'), stringsOf(file, 'names')];
  const words = new WordTable(file);
  const entryOfName = file.integers('names.entry');
  const wordsOfName = groupsOf(file, 'names.words');
  const forms = unpackAscii(stringsOf(file, 'forms')).map((form) => form.split(' '));
  const formOfName = file.integers('names.form');
  const names: ListedWords[] = [];
  const parties: ListedParty[] = [];
  const readName = (name: number): ListedWords => {
    const own = Array.from(membersOf(wordsOfName, name), (word) => words.at(word));
    return { words: own, weight: totalWeight(own) };
  };
  return {
    about: file.about as AboutIndex,
    digest: file.digest,
    nameCount: entryOfName.length,
    weightOf: weightsOf(file),
    words,
    listedWords: (name) => (names[name] ??= readName(name)),
    namesOfWord: groupsOf(file, 'words.names'),
    wordsOfName,
    entryOfName,
    isWeakName: file.bytes('names.isWeak'),
    nameAt: (name) => stringAt(nameTexts, name),
    formOfName: (name) => {
      const [role = '', script = ''] = forms[formOfName[name] ?? 0] ?? [];
      return [role, script];
    },
    partyAt: (entry) => (parties[entry] ??= JSON.parse(stringAt(entries, entry)) as ListedParty),
    entriesWithIdentifier: openIdentifiers(file),
    primaryNameOf: (entry) => entryOfName.indexOf(entry),
  };
}

function weightsOf(file: IndexFile): WeightOf {
  const values = file.numbers('weights.value');
  const folds = unpackAscii(stringsOf(file, 'weights'));
  return weightIn(new Map(folds.map((fold, place) => [fold, values[place] ?? unknownWeight])));
}
