import type { ListEntry } from '../../lists/list-entry.ts';
import type { ListedWords } from '../alignment/align-words.ts';
import { isInitial, totalWeight, type Word } from '../words/word.ts';
import { unknownWeight, type WeightOf } from '../words/word-weights.ts';
import type { AboutIndex } from './compile-index.ts';
import type { NeighbourTable } from './deletion-neighbours.ts';
import { openIdentifiers, type EntriesWithIdentifier } from './identifier-index.ts';
import { readIndexFile, type IndexFile } from './index-file.ts';
import { groupsOf, invertGroups, membersOf, packGroups, type PackedGroups } from './packed-groups.ts';
import { stringAt, stringsOf, unpackAscii } from './packed-strings.ts';

/** What the index keeps of a listed party. */
export type ListedParty = Pick<
  ListEntry,
  'list' | 'entryId' | 'kind' | 'birthDates' | 'countries' | 'identifiers'
>;

/** Distinct spellings of the words (texts, folds or skeletons), the words of each, and their neighbours by edits. */
export interface SpellingTable {
  readonly spellings: readonly string[];
  /** By spelling; see `letterBits`. */
  readonly letters: Uint32Array;
  /** The place of each word's spelling. */
  readonly ofWord: Uint32Array;
  readonly words: PackedGroups;
  readonly near: NeighbourTable;
}

export interface ScreeningIndex {
  readonly about: AboutIndex;
  /** SHA-256 of the file, in hex. */
  readonly digest: string;
  readonly wordCount: number;
  readonly nameCount: number;
  /** Of the words of queries. */
  readonly weightOf: WeightOf;
  /** By word. */
  readonly weights: Float64Array;
  wordAt(word: number): Word;
  /** See `Word.group`. */
  groupOf(word: number): number | undefined;
  /** By word; see `Word.isMinor`. */
  readonly isMinor: Uint8Array;
  readonly texts: SpellingTable;
  readonly folds: SpellingTable;
  readonly skeletons: SpellingTable;
  /** Words that came without vowels. */
  readonly consonantalWords: number;
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
  const [texts, folds, skeletons] = [
    spellingsOf(file, 'texts'),
    spellingsOf(file, 'folds'),
    spellingsOf(file, 'skeletons'),
  ];
  const weights = file.numbers('words.weight');
  const groups = file.integers('words.group');
  const hasDigits = file.bytes('words.hasDigits');
  const groupOf = (word: number) => (groups[word] ? groups[word] - 1 : undefined);
  const isCommon = file.bytes('words.isCommon');
  const [isMinor, isSyllabic] = [file.bytes('words.isMinor'), file.bytes('words.isSyllabic')];
  const isConsonantal = file.bytes('words.isConsonantal');
  const entryOfName = file.integers('names.entry');
  const wordsOfName = groupsOf(file, 'names.words');
  const forms = unpackAscii(stringsOf(file, 'forms')).map((form) => form.split(' '));
  const formOfName = file.integers('names.form');
  const known: Word[] = [];
  const names: ListedWords[] = [];
  const parties: ListedParty[] = [];
  const readWord = (word: number): Word => {
    const flags = { isMinor: isMinor[word] === 1, hasDigits: hasDigits[word] === 1 };
    const text = spellingOf(texts, word);
    return {
      ...flags,
      text,
      fold: spellingOf(folds, word),
      skeleton: spellingOf(skeletons, word),
      group: groupOf(word),
      weight: weights[word] ?? unknownWeight,
      isCommon: isCommon[word] === 1,
      isConsonantal: isConsonantal[word] === 1,
      isInitial: isInitial(text, flags),
      isSyllabic: isSyllabic[word] === 1,
    };
  };
  const wordAt = (word: number) => (known[word] ??= readWord(word));
  const readName = (name: number): ListedWords => {
    const words = Array.from(membersOf(wordsOfName, name), wordAt);
    return { words, weight: totalWeight(words) };
  };
  return {
    about: file.about as AboutIndex,
    digest: file.digest,
    wordCount: weights.length,
    nameCount: entryOfName.length,
    weightOf: weightsOf(file),
    weights,
    groupOf,
    isMinor,
    wordAt,
    listedWords: (name) => (names[name] ??= readName(name)),
    texts,
    folds,
    skeletons,
    consonantalWords: isConsonantal.reduce((count, flag) => count + flag, 0),
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

function spellingsOf(file: IndexFile, name: string): SpellingTable {
  const spellings = unpackAscii(stringsOf(file, name));
  const ofWord = file.integers(`${name}.ofWord`);
  const words = packGroups(
    invertGroups(
      Array.from(ofWord, (spelling) => [spelling]),
      spellings.length,
    ),
  );
  return {
    spellings,
    letters: file.integers(`${name}.letters`),
    ofWord,
    words,
    near: groupsOf(file, `${name}.near`),
  };
}

export function spellingOf({ spellings, ofWord }: SpellingTable, word: number): string {
  return spellings[ofWord[word] ?? 0] ?? '';
}

function weightsOf(file: IndexFile): WeightOf {
  const values = file.numbers('weights.value');
  const weights = new Map(
    unpackAscii(stringsOf(file, 'weights')).map((fold, place) => [fold, values[place]]),
  );
  return (fold) => weights.get(fold) ?? unknownWeight;
}
