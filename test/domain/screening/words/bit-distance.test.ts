import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../../domain/screening/edit-distance.ts';
import { BitDistance } from '../../../../domain/screening/words/bit-distance.ts';
import { letterBits, mayBeNear } from '../../../../domain/screening/words/letter-bits.ts';
import { misspelt, words } from '../misspellings.ts';

const seed = 2_003;
const told = `seed ${seed}`;
// 31 letters fit one machine word: below, at and above.
const anyWord = words({ minLength: 0, maxLength: 36 });
const pairs = fc.oneof(fc.tuple(anyWord, anyWord), misspelt(anyWord, 4));

describe('the bit-parallel distance', () => {
  it('is that of the plain one, up to every limit, whatever was compared before', () => {
    const distance = new BitDistance();
    fc.assert(
      fc.property(pairs, fc.nat(40), ([one, other], limit) => {
        expect(distance.from(one).to(other, limit), told).toBe(editDistance(one, other, limit));
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it.each([
    ['petrov', 'pertov', 1],
    ['petrov', 'petroff', 2],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('from %j to %j is %i', (one, other, edits) => {
    expect(new BitDistance().from(one).to(other, 9)).toBe(edits);
    expect(editDistance(one, other, 9)).toBe(edits);
  });

  it('answers one more than the limit for everything above it', () => {
    expect(new BitDistance().from('petrov').to('ivanov', 1)).toBe(2);
    expect(new BitDistance().from('a').to('abcdefgh', 2)).toBe(3);
  });
});

describe('the letters of two words', () => {
  it('never rule out words within the edits allowed', () => {
    fc.assert(
      fc.property(pairs, fc.nat(2), ([one, other], edits) => {
        if (editDistance(one, other, edits) > edits) return;
        expect(mayBeNear(letterBits(one), letterBits(other), edits), told).toBe(true);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('rule out words of other letters', () => {
    expect(mayBeNear(letterBits('petrov'), letterBits('kim'), 2)).toBe(false);
  });
});
