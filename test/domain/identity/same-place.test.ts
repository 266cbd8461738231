import { describe, expect, it } from 'vitest';
import { isSamePlace } from '../../../domain/identity/same-place.ts';

describe('two codes of places', () => {
  it.each([
    ['US-PR', 'PR', true],
    ['US', 'US-DE', true],
    ['NG', 'NG-LA', true],
    ['US-CA', 'US-DE', false],
    ['DE', 'US-DE', false],
    ['GA', 'US-GA', false],
  ])('%s and %s may be one place: %s', (one, other, isSame) => {
    expect(isSamePlace(one, other)).toBe(isSame);
    expect(isSamePlace(other, one)).toBe(isSame);
  });

  it('are not compared when one is not known', () => {
    expect(isSamePlace(undefined, 'FR')).toBeNull();
  });
});
