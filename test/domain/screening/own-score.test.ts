import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../cli/demo/random.ts';
import { compileIndex } from '../../../domain/screening/index/compile-index.ts';
import { NameFinder } from '../../../domain/screening/index/name-finder.ts';
import { openIndex } from '../../../domain/screening/index/open-index.ts';
import { QueryReader } from '../../../domain/screening/query-words.ts';
import { findByBruteForce } from '../../bench/screening/brute-force.ts';
import { listed } from './listed.ts';

/** Words that are near each other in every way: misspelt, joined, split, by sound, by consonants, numbers, minor words, initials. */
const words = (
  'petrov petrova petrof pertov ivanov ivanova ivanof mi yong miyong marie anne marieanne maryanne ltd limited la bin von co ' +
  'j a 5 8 fund fund5 abdul rahman abdulrahman hussein husayn محمد حسين 김 영미 kim sasha aleksandr robert bob stone stones stoner ' +
  'storne wind winds windstone stonewind قاسمزاده qasemzadeh فرشيد farshid barzan برزان'
).split(' ');
const rounds = 40;

/** The bounds of the index are tried where they are tight: at the very score that each name has. */
describe('an index asked for names of a score', () => {
  it('finds each name that has exactly that score', () => {
    const [lost, codes] = [[] as string[], new Set<string>()];
    for (let seed = 1; seed <= rounds; seed += 1) {
      const random = seededRandom(seed);
      const name = () => Array.from({ length: 1 + random.below(5) }, () => random.pick(words)).join(' ');
      const counted = words.filter((word) => /^[a-z]+$/.test(word) && random.below(2) === 1);
      const counts = Object.fromEntries(counted.map((word) => [word, 1 + random.below(300)]));
      const entries = Array.from({ length: 60 }, (_, place) => listed(String(place), name()));
      const options = { listDigest: 'digest', lists: [], wordCounts: { names: 1000, counts } };
      const index = openIndex(compileIndex(entries, options));
      const [reader, finder] = [new QueryReader(index.weightOf), new NameFinder(index)];
      for (const text of Array.from({ length: 10 }, name)) {
        const query = reader.read(text);
        for (const [place, score] of findByBruteForce(index, query, 0.45)) {
          const hit = finder.find(query, score).find((each) => each.name === place);
          for (const { code } of hit?.reasons ?? []) codes.add(code);
          if (!hit) lost.push(`seed ${seed}: ${text} / ${index.nameAt(place)} / ${score}`);
        }
      }
    }
    expect(lost).toEqual([]);
    const ways = [
      'sameWord',
      'sameSound',
      'similarWord',
      'sameConsonants',
      'sameNameElsewhere',
      'initial',
      'joinedWords',
    ];
    expect([...codes]).toEqual(expect.arrayContaining(ways));
  });
});
