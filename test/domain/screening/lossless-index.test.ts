import { describe, expect, it } from 'vitest';
import { mostEvidence } from '../../../domain/screening/evidence.ts';
import { compileIndex } from '../../../domain/screening/index/compile-index.ts';
import { openIndex } from '../../../domain/screening/index/open-index.ts';
import { compile } from '../../bench/screening/build-screener.ts';
import { readFullList } from '../../bench/screening/full-list.ts';
import { generatedSamples } from '../../bench/screening/generated-samples.ts';
import { checkLosslessness } from '../../bench/screening/losslessness.ts';
import { cleanSamples, perturbedSamples } from '../../bench/screening/samples.ts';
import { shippedWordCounts } from '../../../adapters/screening/shipped-word-counts.ts';
import { hardNames } from './hard-names.ts';
import { listed } from './listed.ts';
import { shippedThreshold } from '../../support/shipped-threshold.ts';

const seed = 7;
/** The lowest score of words alone that other evidence can lift to the shipped threshold. */
const floor = shippedThreshold - mostEvidence({ birthDate: '1970-01-01', countries: ['US'] });

describe('the compiled index', () => {
  it('finds every name that comparing with each listed name would find', () => {
    const entries = readFullList().filter((_, place) => place % 12 === 0);
    const listed = new Set(entries.map(({ entryId }) => entryId));
    const meant = [...perturbedSamples(), ...generatedSamples(seed, 5)].filter(({ entryId }) =>
      listed.has(entryId),
    );
    const queries = [...meant.filter((_, place) => place % 3 === 0), ...cleanSamples().slice(0, 30)].map(
      ({ query }) => query.name ?? '',
    );
    const { lost, hits } = checkLosslessness(openIndex(compile(entries)), queries, floor);
    expect(lost, `seed ${seed}`).toEqual([]);
    expect(hits).toBeGreaterThan(queries.length / 2);
  });

  it.each([
    ['the table that ships', shippedWordCounts],
    ['a table that knows no word', { names: 0, counts: {} }],
  ])('does so for names of hard words, weighed by %s', (_, wordCounts) => {
    const [names, queries] = [hardNames(seed, 300), hardNames(seed + 1, 100)];
    const entries = names.map((name, place) => listed(String(place), name));
    const index = openIndex(compileIndex(entries, { listDigest: 'digest', lists: [], wordCounts }));
    for (const lowest of [floor, shippedThreshold]) {
      const { lost, hits } = checkLosslessness(index, queries, lowest);
      expect(lost, `seed ${seed}`).toEqual([]);
      expect(hits).toBeGreaterThan(queries.length);
    }
  });

  it('finds a name by its rare word where the common one stands there as a particle or legal form', () => {
    const finds = (name: string, others: readonly string[], query: string) => {
      const entries = [name, ...others].map((each, place) => listed(String(place), each));
      const wordCounts = { names: 0, counts: {} };
      const index = openIndex(compileIndex(entries, { listDigest: 'digest', lists: [], wordCounts }));
      return checkLosslessness(index, [query], shippedThreshold);
    };
    expect(finds('II LA LTD', ['La'], 'ii la')).toMatchObject({ hits: 1, lost: [] });
    expect(finds('BIN PETROVIC', ['Bin', 'Von'], 'petrovic limited von bin')).toMatchObject({
      hits: 1,
      lost: [],
    });
  });
});
