import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matcherVersionWith } from '../../../../domain/screening/index/matcher-version.ts';
import { foldWeights } from '../../../../domain/screening/words/word-weights.ts';
import { readNameList } from '../../../bench/screening/name-list.ts';
import { countWords } from '../../../support/word-counts.ts';

const shipped = new URL('../../../../data/screening/word-counts.json', import.meta.url);

describe('the table of word counts that ships', () => {
  it('is what counting the listed names gives', () => {
    const names = readNameList().flatMap((entry) => entry.names.map(({ text }) => text));
    const [made, kept] = [countWords(names), JSON.parse(readFileSync(shipped, 'utf8')) as unknown];
    expect(JSON.stringify(made) === JSON.stringify(kept), 'run node test/support/write-word-counts.ts').toBe(
      true,
    );
  });
});

describe('a word weighs', () => {
  const counts = { names: 1_000, counts: { rare: 3, bank: 200, everybody: 1_000 } };
  const weights = foldWeights(counts);
  const [rare = 0, bank = 0, everybody = 0] = [...weights.values()];

  it('less, the more names hold it', () => {
    expect(1).toBeGreaterThan(rare);
    expect(rare).toBeGreaterThan(bank);
    expect(bank).toBeGreaterThan(everybody);
  });

  it('something even when every name holds it', () => {
    expect(everybody).toBe(0.05);
  });

  it('by what its spellings of one sound count together', () => {
    const apart = foldWeights({ names: 1_000, counts: { petrov: 5, petroff: 7 } });
    const together = foldWeights({ names: 1_000, counts: { petrov: 12 } });
    expect([...apart]).toEqual([...together]);
  });
});

describe('the version of the matcher', () => {
  const version = matcherVersionWith({ names: 10, counts: { kim: 4, bank: 3 } });

  it('changes with each count, each word and the number of names', () => {
    const others = [
      { names: 11, counts: { kim: 4, bank: 3 } },
      { names: 10, counts: { kim: 5, bank: 3 } },
      { names: 10, counts: { kim: 4, banks: 3 } },
      { names: 10, counts: { kim: 4 } },
    ].map(matcherVersionWith);
    expect(new Set([version, ...others]).size).toBe(5);
  });

  it('does not change with the order in which words were counted', () => {
    expect(matcherVersionWith({ names: 10, counts: { bank: 3, kim: 4 } })).toBe(version);
  });
});
