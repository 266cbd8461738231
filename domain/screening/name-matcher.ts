import type { ListedName, ListEntry } from '../lists/list-entry.ts';
import { tokensOf, type Token, type WeightOf } from './compared-name.ts';
import { foldWord } from './names/fold-word.ts';
import { nameWordsOf } from './names/normalised-name.ts';
import { normaliseName } from './names/normalise-name.ts';
import { scoreName } from './score-name.ts';
import type { Reason } from './screening.ts';
import { TrigramIndex } from './trigram-index.ts';

export interface NameHit {
  readonly entry: ListEntry;
  readonly name: ListedName;
  readonly reasons: readonly Reason[];
}

interface IndexedName {
  readonly entry: ListEntry;
  readonly name: ListedName;
  readonly tokens: readonly Token[];
}

/** Names compared letter by letter per query, and how alike their trigrams must be. Measured on sample names. */
const candidates = { most: 40, leastLikeness: 0.3 };

/** The words of all listed names, and the way from a name to those that resemble it. */
export class NameMatcher {
  readonly #names: readonly IndexedName[];
  readonly #trigrams: TrigramIndex;
  readonly #weightOf: WeightOf;

  constructor(entries: readonly ListEntry[]) {
    const spelt = entries.flatMap((entry) =>
      entry.names.map((name) => ({ entry, name, words: nameWordsOf(normaliseName(name.text)) })),
    );
    this.#weightOf = rarity(spelt.map(({ words }) => words));
    this.#names = spelt.map(({ entry, name, words }) => ({
      entry,
      name,
      tokens: tokensOf(words, this.#weightOf),
    }));
    this.#trigrams = new TrigramIndex(this.#names.map(({ tokens }) => tokens.map(({ fold }) => fold)));
  }

  /** Every candidate with its reasons, of which several may be names of one party; unsorted. */
  find(words: readonly string[]): NameHit[] {
    const query = tokensOf(words, this.#weightOf);
    const folds = query.map(({ fold }) => fold);
    return this.#trigrams.nearest(folds, candidates.most, candidates.leastLikeness).flatMap((document) => {
      const indexed = this.#names[document];
      if (indexed === undefined) return [];
      const { entry, name, tokens } = indexed;
      return [{ entry, name, reasons: scoreName(query, tokens) }];
    });
  }
}

/** A word on no list weighs 1; one in every name would weigh almost nothing. */
function rarity(names: readonly (readonly string[])[]): WeightOf {
  const counts = new Map<string, number>();
  for (const words of names) {
    for (const fold of new Set(words.map(foldWord))) counts.set(fold, (counts.get(fold) ?? 0) + 1);
  }
  const everyName = Math.log(2 + names.length);
  return (fold) => 1 - Math.log(1 + (counts.get(fold) ?? 0)) / everyName;
}
