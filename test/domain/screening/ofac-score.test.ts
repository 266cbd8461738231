import { describe, expect, it } from 'vitest';
import { jaroWinkler } from '../../../domain/screening/jaro-winkler.ts';
import { ofacScore } from '../../../domain/screening/ofac-score.ts';
import { soundex } from '../../../domain/screening/soundex.ts';

describe('the score as OFAC describes it', () => {
  it('is 100 for the same name, in another order and case too', () => {
    expect(ofacScore('Sergey Petrov', 'SERGEY PETROV')).toBe(100);
    expect(ofacScore('Sergey Petrov', 'PETROV, Sergey')).toBe(100);
  });

  it('is the higher of the whole name and its parts', () => {
    expect(ofacScore('Petrov', 'PETROV, Sergey Ivanovich')).toBe(100);
    expect(ofacScore('SergeyPetrov', 'SERGEY PETROV')).toBeGreaterThan(95);
  });

  it('counts parts that sound alike more than their letters', () => {
    expect(ofacScore('Rupert', 'Robert')).toBeGreaterThan(Math.round(100 * jaroWinkler('rupert', 'robert')));
  });

  it('is low for strangers and 0 where there is nothing to compare', () => {
    expect(ofacScore('Jane Nobody', 'KIM, Jong Un')).toBeLessThan(70);
    expect([ofacScore('', 'KIM'), ofacScore('---', 'KIM'), ofacScore('KIM', '')]).toEqual([0, 0, 0]);
  });
});

describe('its parts agree with the published examples', () => {
  it.each([
    ['martha', 'marhta', 0.9611],
    ['dixon', 'dicksonx', 0.8133],
    ['dwayne', 'duane', 0.84],
    ['abc', 'xyz', 0],
  ])('Jaro-Winkler of %s and %s', (one, other, likeness) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(likeness, 4);
  });

  it.each([
    ['robert', 'r163'],
    ['ashcraft', 'a261'],
    ['tymczak', 't522'],
    ['pfister', 'p236'],
    ['lee', 'l000'],
    ['7', ''],
  ])('Soundex of %s', (word, code) => {
    expect(soundex(word)).toBe(code);
  });
});
