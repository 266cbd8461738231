import type { ListEntry } from '../../lists/list-entry.ts';
import { equivalentsOf } from '../names/equivalents.ts';
import type { Word } from '../words/word.ts';
import { unknownWeight, type WeightOf } from '../words/word-weights.ts';
import type { AboutIndex } from './compile-index.ts';
import type { NeighbourTable } from './deletion-neighbours.ts';
import { openIdentifiers, type EntriesWithIdentifier } from './identifier-index.ts';
import { readIndexFile, type IndexFile } from './index-file.ts';
import { invertGroups, packGroups, type PackedGroups } from './packed-groups.ts';
import { stringAt, unpackAscii, type PackedStrings } from './packed-strings.ts';

/** What the index keeps of a listed party. */
export type ListedParty = Pick<
  ListEntry,
  'list' | 'entryId' | 'kind' | 'birthDates' | 'countries' | 'identifiers'
>;

/** Distinct spellings of the words (folds or skeletons), the words of each, and their neighbours by edits. */
export interface SpellingTable {
  readonly spellings: readonly string[];
  readonly words: PackedGroups;
  readonly near: NeighbourTable;
}

export interface ScreeningIndex {
  readonly about: AboutIndex;
  /** SHA-256 of the file, in hex. */
  readonly digest: string;
  /** By word. */
  readonly wordTexts: readonly string[];
  readonly nameCount: number;
  /** Of the words of queries. */
  readonly weightOf: WeightOf;
  /** By word. */
  readonly weights: Float64Array;
  wordAt(word: number): Word;
  readonly folds: SpellingTable;
  readonly skeletons: SpellingTable;
  /** Words that came without vowels. */
  readonly consonantalWords: number;
  readonly namesOfWord: PackedGroups;
  readonly wordsOfName: PackedGroups;
  readonly entryOfName: Uint32Array;
  readonly isWeakName: Uint8Array;
  nameAt(name: number): string;
  partyAt(entry: number): ListedParty;
  readonly entriesWithIdentifier: EntriesWithIdentifier;
  /** The first name of an entry: names stand in the order of their entries, primary names first. */
  primaryNameOf(entry: number): number;
}

/** @throws IndexRefusedError for a file that this version cannot read */
export function openIndex(bytes: Uint8Array): ScreeningIndex {
  const file = readIndexFile(bytes);
  const [entries, names] = [stringsOf(file, 'entries'), stringsOf(file, 'names')];
  const texts = unpackAscii(stringsOf(file, 'words'));
  const [folds, skeletons] = [spellingsOf(file, 'fold'), spellingsOf(file, 'skeleton')];
  const [foldOf, skeletonOf] = [file.integers('words.fold'), file.integers('words.skeleton')];
  const weights = file.numbers('words.weight');
  const isConsonantal = file.bytes('words.isConsonantal');
  const entryOfName = file.integers('names.entry');
  const known: Word[] = [];
  const parties: ListedParty[] = [];
  return {
    about: file.about as AboutIndex,
    digest: file.digest,
    wordTexts: texts,
    nameCount: entryOfName.length,
    weightOf: weightsOf(file),
    weights,
    wordAt: (word) =>
      (known[word] ??= {
        text: texts[word] ?? '',
        fold: folds.spellings[foldOf[word] ?? 0] ?? '',
        skeleton: skeletons.spellings[skeletonOf[word] ?? 0] ?? '',
        group: equivalentsOf(texts[word] ?? ''),
        weight: weights[word] ?? unknownWeight,
        hasDigits: /\d/.test(texts[word] ?? ''),
        isConsonantal: isConsonantal[word] === 1,
      }),
    folds,
    skeletons,
    consonantalWords: isConsonantal.reduce((count, flag) => count + flag, 0),
    namesOfWord: groupsOf(file, 'words.names'),
    wordsOfName: groupsOf(file, 'names.words'),
    entryOfName,
    isWeakName: file.bytes('names.isWeak'),
    nameAt: (name) => stringAt(names, name),
    partyAt: (entry) => (parties[entry] ??= JSON.parse(stringAt(entries, entry)) as ListedParty),
    entriesWithIdentifier: openIdentifiers(file),
    primaryNameOf: (entry) => entryOfName.indexOf(entry),
  };
}

function spellingsOf(file: IndexFile, kind: 'fold' | 'skeleton'): SpellingTable {
  const spellings = unpackAscii(stringsOf(file, `${kind}s`));
  const ofWord = Array.from(file.integers(`words.${kind}`), (spelling) => [spelling]);
  return {
    spellings,
    words: packGroups(invertGroups(ofWord, spellings.length)),
    near: groupsOf(file, `${kind}s.near`),
  };
}

function weightsOf(file: IndexFile): WeightOf {
  const values = file.numbers('weights.value');
  const weights = new Map(
    unpackAscii(stringsOf(file, 'weights')).map((fold, place) => [fold, values[place]]),
  );
  return (fold) => weights.get(fold) ?? unknownWeight;
}

function stringsOf(file: IndexFile, name: string): PackedStrings {
  return { bytes: file.bytes(`${name}.bytes`), starts: file.integers(`${name}.starts`) };
}

function groupsOf(file: IndexFile, name: string): PackedGroups {
  return { starts: file.integers(`${name}.starts`), members: file.integers(`${name}.members`) };
}
