import { describe, expect, it } from 'vitest';
import { compileIndex } from '../../../../domain/screening/index/compile-index.ts';
import { openIndex } from '../../../../domain/screening/index/open-index.ts';
import { Vocabulary } from '../../../../domain/screening/index/vocabulary.ts';
import { wordWeightsBy } from '../../../../domain/screening/words/word-weights.ts';
import { foldWeights } from '../../../../domain/screening/words/word-weights.ts';
import { readPublication } from '../../../bench/screening/history-facts.ts';
import { shippedWordCounts } from '../../../../adapters/screening/shipped-word-counts.ts';
import { hardNames } from '../hard-names.ts';
import { listed } from '../listed.ts';

const options = { listDigest: 'digest', lists: [], wordCounts: shippedWordCounts };
const entries = [
  ...readPublication('2024-04-26').filter((_, place) => place % 50 === 0),
  ...hardNames(3, 60).map((name, place) => listed(`hard ${place}`, name)),
];
const weightOf = wordWeightsBy(shippedWordCounts);

describe('a compiled index', () => {
  const index = openIndex(compileIndex(entries, options));

  it('has the same bytes, and so the same name, whenever it is compiled from the same', () => {
    expect(Buffer.from(compileIndex(entries, options)).equals(compileIndex(entries, options))).toBe(true);
  });

  it('is another file for another table of word counts', () => {
    const others = { ...shippedWordCounts, counts: { ...shippedWordCounts.counts, petrov: 900 } };
    const other = openIndex(compileIndex(entries, { ...options, wordCounts: others }));
    expect(other.digest).not.toBe(index.digest);
    expect(other.about.matcherVersion).not.toBe(index.about.matcherVersion);
  });

  it('gives back every word of every name as it was compared when compiled', () => {
    const vocabulary = new Vocabulary(weightOf);
    const names = entries.flatMap((entry) => entry.names.map(({ text }) => text));
    expect(index.nameCount).toBe(names.length);
    names.forEach((name, place) => {
      expect(index.nameAt(place)).toBe(name);
      const words = vocabulary.idsOf(name).flatMap((id) => vocabulary.words[id] ?? []);
      // The skeleton is made when asked for, and so is no member that spreading would copy.
      const compared = words.map((word) => ({ ...word, skeleton: word.skeleton }));
      expect(index.listedWords(place).words, name).toEqual(compared);
    });
    expect(index.words.count).toBe(vocabulary.words.length);
  });

  it('weighs the words of queries, listed or not, by the table', () => {
    const folds = [...foldWeights(shippedWordCounts).keys()].filter((_, place) => place % 100 === 0);
    for (const fold of [...folds, 'onnolist']) expect(index.weightOf(fold)).toBe(weightOf(fold));
  });

  it('weighs a word the same whatever else is listed', () => {
    const [one] = entries;
    const delta = openIndex(compileIndex(one ? [one] : [], options));
    expect(delta.listedWords(0)).toEqual(index.listedWords(0));
  });

  it('counts the names of which nothing could be read', () => {
    const unread = openIndex(compileIndex([listed('1', 'KIM'), listed('2', '***')], options));
    expect(unread.about).toMatchObject({ entries: 2, names: 2, unreadNames: 1 });
  });

  it('of no entries opens and holds nobody', () => {
    expect(openIndex(compileIndex([], options)).about).toMatchObject({ entries: 0, names: 0 });
  });
});
