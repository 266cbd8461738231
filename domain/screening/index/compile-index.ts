import type { ListSummary } from '../../lists/accept-list.ts';
import type { ListedEntry } from '../../lists/listed-entry.ts';
import { soundEdits, spellingEdits } from '../words/likeness.ts';
import type { Word } from '../words/word.ts';
import { foldWeights, weightIn, type WordCounts } from '../words/word-weights.ts';
import { buildNeighbours, type DeletionsOf } from './deletion-neighbours.ts';
import { identifierSections } from './identifier-index.ts';
import { letterBits } from '../words/letter-bits.ts';
import { writeIndexFile, type Sections } from './index-file.ts';
import { matcherVersionWith } from './matcher-version.ts';
import { groupSections, invertGroups, packGroups } from './packed-groups.ts';
import { stringSections } from './packed-strings.ts';
import { Vocabulary } from './vocabulary.ts';

export interface IndexOptions {
  /** Names the lists together; see `setDigest`. */
  readonly listDigest: string;
  readonly lists: readonly ListSummary[];
  readonly wordCounts: WordCounts;
}

/** What the header of an index says of it. */
export interface AboutIndex {
  readonly matcherVersion: string;
  readonly listDigest: string;
  readonly lists: readonly ListSummary[];
  readonly entries: number;
  readonly names: number;
  /** Names of which nothing could be read: they can be found by identifiers and by the entry's other names only. */
  readonly unreadNames: number;
}

/**
 * Compiles list entries into one immutable file for `openIndex`. The same entries in the same order give the same
 * bytes. Holds nothing but what the lists publish.
 */
export function compileIndex(entries: readonly ListedEntry[], options: IndexOptions): Uint8Array {
  const weights = foldWeights(options.wordCounts);
  const vocabulary = new Vocabulary(weightIn(weights));
  const names = entries.flatMap(({ names: own }, entry) =>
    own.map(({ text, quality, role, script = '' }) => ({
      ...{ entry, text, quality, form: `${role} ${script}` },
      words: vocabulary.idsOf(text),
    })),
  );
  const { words, placeOf } = vocabulary.inOrderOfSound();
  const [forms, formOfName] = numbered(names.map(({ form }) => form));
  const about: AboutIndex = {
    matcherVersion: matcherVersionWith(options.wordCounts),
    listDigest: options.listDigest,
    lists: options.lists,
    entries: entries.length,
    names: names.length,
    unreadNames: names.filter(({ words: own }) => own.length === 0).length,
  };
  const wordsOfNames = names.map(({ words: own }) => own.map((word) => placeOf[word] ?? 0));
  return writeIndexFile(about, {
    ...stringSections('entries', entries.map(packedEntry)),
    ...identifierSections(entries),
    ...stringSections(
      'names',
      names.map(({ text }) => text),
    ),
    'names.entry': Uint32Array.from(names, ({ entry }) => entry),
    ...stringSections('forms', forms),
    'names.form': formOfName,
    'names.isWeak': Uint8Array.from(names, ({ quality }) => (quality === 'weak' ? 1 : 0)),
    ...groupSections('names.words', packGroups(wordsOfNames)),
    ...wordSections(words),
    ...groupSections('words.names', packGroups(invertGroups(wordsOfNames, words.length))),
    ...weightSections(weights),
  });
}

/** What a match needs to be weighed and shown; names stand apart, and prose stays with the list. */
function packedEntry({ list, entryId, kind, birthDates, countries, identifiers }: ListedEntry): string {
  return JSON.stringify({ list, entryId, kind, birthDates, countries, identifiers });
}

function wordSections(words: readonly Word[]): Sections {
  return {
    'words.group': Uint32Array.from(words, ({ group }) => (group === undefined ? 0 : group + 1)),
    'words.hasDigits': Uint8Array.from(words, ({ hasDigits }) => (hasDigits ? 1 : 0)),
    'words.weight': Float64Array.from(words, ({ weight }) => weight),
    'words.isCommon': Uint8Array.from(words, ({ isCommon }) => (isCommon ? 1 : 0)),
    'words.isMinor': Uint8Array.from(words, ({ isMinor }) => (isMinor ? 1 : 0)),
    'words.isConsonantal': Uint8Array.from(words, ({ isConsonantal }) => (isConsonantal ? 1 : 0)),
    'words.isSyllabic': Uint8Array.from(words, ({ isSyllabic }) => (isSyllabic ? 1 : 0)),
    ...spellingSections(
      'texts',
      words.map(({ text }) => text),
      spellingEdits,
    ),
    ...spellingSections(
      'folds',
      words.map(({ fold }) => fold),
      soundEdits,
    ),
    ...spellingSections(
      'skeletons',
      words.map(({ skeleton }) => skeleton),
      () => 1,
    ),
  };
}

/** See `SpellingTable`. */
function spellingSections(name: string, ofWords: readonly string[], deletionsOf: DeletionsOf): Sections {
  const [spellings, numbers] = numbered(ofWords);
  return {
    ...stringSections(name, spellings),
    [`${name}.ofWord`]: numbers,
    [`${name}.letters`]: Uint32Array.from(spellings, letterBits),
    ...groupSections(`${name}.near`, buildNeighbours(spellings, deletionsOf)),
  };
}

/** Each text once, in the order of its first appearance, and the number of each. */
function numbered(texts: readonly string[]): [unique: string[], numbers: Uint32Array] {
  const ids = new Map<string, number>();
  for (const text of texts) if (!ids.has(text)) ids.set(text, ids.size);
  return [[...ids.keys()], Uint32Array.from(texts, (text) => ids.get(text) ?? 0)];
}

/** For the words of queries, most of which are on no list. */
function weightSections(weights: ReadonlyMap<string, number>): Sections {
  const folds = [...weights.keys()].sort();
  return {
    ...stringSections('weights', folds),
    'weights.value': Float64Array.from(folds, weightIn(weights)),
  };
}
