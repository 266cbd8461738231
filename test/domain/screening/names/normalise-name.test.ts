import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName } from '../../../../domain/screening/names/normalise-name.ts';
import { nameWordsOf, wordsOf } from './words-of.ts';

describe('a word hidden behind other signs is read as what it looks like', () => {
  it.each([
    ['Cyrillic letters among Latin ones', 'Pеtrоv', 'petrov'],
    ['Latin letters among Cyrillic ones', 'Пeтрoв', 'petrov'],
    ['fullwidth letters', 'Ｐｅｔｒｏｖ', 'petrov'],
    ['mathematical letters', '𝐏𝐞𝐭𝐫𝐨𝐯', 'petrov'],
    ['small capitals', 'Pᴇᴛʀᴏᴠ', 'petrov'],
    ['digits', 'm0hamed 5ergei', 'mohamed sergei'],
    ['a one for an l after a vowel', 'Kha1id A1i', 'khalid ali'],
    ['a one for an i elsewhere', 'V1ctor', 'victor'],
    ['signs', 'Mu$taf@', 'mustafa'],
    ['marks of direction and invisible joins', '\u200fPe\u00adtr\u200bov\u200e', 'petrov'],
    ['accents', 'Pétrôv Łukasz Størm', 'petrov lukasz storm'],
    ['ligatures', 'ﬁnn', 'finn'],
  ])('%s', (_, name, words) => {
    expect(wordsOf(name)).toBe(words);
  });
});

describe('numbers', () => {
  it.each([
    ['737 Max', '737 max'],
    ['Fund5', 'fund 5'],
    ['Fund 8', 'fund 8'],
    ['unit731', 'unit 731'],
    ['2nd Brigade 4', '2 nd brigade 4'],
    ['3M', '3 m'],
    ['١٢٣', '123'],
  ])('%s stay numbers', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });
});

describe('points, apostrophes and the like', () => {
  it.each([
    ["'Ali O’Neill ʿUmar", 'ali oneill umar'],
    ['Foo S.A.R.L.', 'foo sarl(legalForm)'],
    ['V.V. Putin', 'v v putin'],
    ['Jean-Pierre', 'jean pierre'],
    ['AT&T', 'att'],
    ['Johnson & Johnson', 'johnson and(particle) johnson'],
  ])('%s', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });
});

describe('an odd name', () => {
  it.each([
    ['constructor', 'constructor'],
    ['__proto__', 'proto'],
    ['toString', 'tostring'],
    ['😀🎉', ''],
    ['\u200f\u200e', ''],
    ['', ''],
    ['A', 'a'],
    ['1234567', '1234567'],
    ['Limited Company', 'limited company'],
  ])('%s gives sensible words', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });

  it('of thousands of words keeps them all: who reads it says that it is too long', () => {
    expect(normaliseName('word '.repeat(2000)).words).toHaveLength(2000);
  });

  it('of any characters gives words of a-z and 0-9 only, of which one at least is a name', () => {
    const seed = 20_261;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const normalised = normaliseName(name);
        expect(
          normalised.words.every(({ text }) => /^[a-z0-9]+$/.test(text)),
          `seed ${seed}`,
        ).toBe(true);
        expect(nameWordsOf(normalised).length > 0, `seed ${seed}`).toBe(normalised.words.length > 0);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('is read the same way again in the words it gave', () => {
    for (const name of ['Sergey Petrov', 'AL-ZAWAHIRI, Ayman', 'محمد الظواهري', '习近平']) {
      const [once, twice] = [wordsOf(name), wordsOf(wordsOf(name).replaceAll(/\(\w+\)/g, ''))];
      expect(twice).toBe(once);
    }
  });
});
