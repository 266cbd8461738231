import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../cli/demo/random.ts';
import type { ScreeningIndex } from '../../../../domain/screening/index/open-index.ts';
import { SimilarWords } from '../../../../domain/screening/index/similar-words.ts';
import type { WordMeaning } from '../../../../domain/screening/index/word-meaning.ts';
import { QueryReader, type QueryWord } from '../../../../domain/screening/query-words.ts';
import type { Likeness } from '../../../../domain/screening/words/likeness.ts';
import { WordComparer } from '../../../../domain/screening/words/word-comparer.ts';
import { slips } from '../../../bench/screening/changes/typos.ts';
import { readNameList } from '../../../bench/screening/name-list.ts';
import { compiledIndex } from '../../../support/compiled-screener.ts';
import { hardNames } from '../hard-names.ts';
import { listed } from '../listed.ts';

const seed = 11;
const random = seededRandom(seed);
const names = readNameList()
  .flatMap((entry) => entry.names.map(({ text }) => text))
  .filter((_, place) => place % 40 === 0);
const index = compiledIndex(
  [...names, ...hardNames(seed, 40)].map((name, place) => listed(String(place), name)),
  'digest',
);
const queries = [...names.filter((_, place) => place % 20 === 0).map(misspelt), ...hardNames(seed + 1, 30)];
const reader = new QueryReader(index.weightOf);
const words = new Set(queries.flatMap((name) => reader.read(name).words));

describe('the listed words that a word may be', () => {
  it('are exactly those that comparing with the whole vocabulary calls alike, but for initials', () => {
    const similar = new SimilarWords(index);
    let found = 0;
    for (const word of words) {
      if (word.isInitial) continue;
      const meaning = similar.of(word);
      found += meaning.count;
      const told = new Map(
        placesOf(meaning).map((place) => [meaning.wordAt(place), meaning.likenessAt(place)]),
      );
      expect(inOrder(told), `${word.text}, seed ${seed}`).toEqual(inOrder(alikeIn(index, word)));
    }
    expect(found).toBeGreaterThan(3 * words.size);
  });

  it('come with those that are worth most first', () => {
    const similar = new SimilarWords(index);
    for (const word of words) {
      const meaning = similar.of(word);
      const worths = placesOf(meaning).map((place) => meaning.worthAt(place));
      expect(worths).toEqual(worths.toSorted((one, other) => other - one));
      const worthOf = (place: number) =>
        (index.words.weights[meaning.wordAt(place)] ?? 0) * (meaning.likenessAt(place)?.similarity ?? 0);
      expect(worths).toEqual(placesOf(meaning).map(worthOf));
    }
  });
});

function alikeIn(all: ScreeningIndex, word: QueryWord): Map<number, Likeness> {
  const comparer = new WordComparer();
  const alike = new Map<number, Likeness>();
  for (let place = 0; place < all.words.count; place += 1) {
    const likeness = comparer.likenessOf(word, all.words.at(place));
    if (likeness !== null) alike.set(place, likeness);
  }
  return alike;
}

function placesOf({ count }: WordMeaning): number[] {
  return Array.from({ length: count }, (_, place) => place);
}

function inOrder(likenesses: ReadonlyMap<number, Likeness | null>) {
  return [...likenesses].sort(([one], [other]) => one - other);
}

function misspelt(name: string): string {
  return name
    .split(' ')
    .map((word) => slips.transposition(word, random) ?? word)
    .join(' ');
}
