import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../../domain/screening/edit-distance.ts';
import {
  buildNeighbours,
  openNeighbours,
  NeighbourSearch,
  type DeletionsOf,
} from '../../../../domain/screening/index/deletion-neighbours.ts';
import { soundEdits, spellingEdits } from '../../../../domain/screening/words/likeness.ts';
import { misspelt, words } from '../misspellings.ts';

const seed = 2_012;
const told = `seed ${seed}`;

function search(listed: readonly string[], deletionsOf: DeletionsOf, word: string): string[] {
  const finder = new NeighbourSearch(listed.length);
  const count = finder.search(
    openNeighbours(buildNeighbours(listed, deletionsOf)),
    word,
    deletionsOf(word.length),
  );
  return Array.from(finder.found.subarray(0, count), (place) => listed[place] ?? '');
}

describe('a search among deletions', () => {
  it.each<[string, DeletionsOf]>([
    ['spellings', spellingEdits],
    ['folds', soundEdits],
    ['skeletons', () => 1],
  ])('misses no word within the edits that both may have: %s', (_, deletionsOf) => {
    const pair = misspelt(words({ minLength: 1, maxLength: 34 }), 2);
    fc.assert(
      fc.property(pair, fc.array(words({ minLength: 1, maxLength: 8 })), ([word, listed], others) => {
        const edits = Math.min(deletionsOf(word.length), deletionsOf(listed.length));
        if (editDistance(word, listed, edits) > edits) return;
        expect(search([...others, listed], deletionsOf, word), told).toContain(listed);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('misses none of more letters than a name may have', () => {
    const long = 'abcdn'.repeat(90);
    for (const near of [long, `x${long}`, long.slice(1), long.replace('bc', 'cb'), `${long}x`]) {
      expect(search([near], () => 1, long)).toEqual([near]);
    }
  });

  it('finds each word once, however many of its deletions meet', () => {
    expect(search(['aaaa', 'aaab', 'aaa'], () => 2, 'aaaa').sort()).toEqual(['aaa', 'aaaa', 'aaab']);
  });

  it('starts anew each time', () => {
    const finder = new NeighbourSearch(1);
    const table = openNeighbours(buildNeighbours(['petrov'], spellingEdits));
    expect([finder.search(table, 'petrov', 1), finder.search(table, 'petrov', 1)]).toEqual([1, 1]);
  });
});
