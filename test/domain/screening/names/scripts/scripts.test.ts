import { describe, expect, it } from 'vitest';
import { normaliseName } from '../../../../../domain/screening/names/normalise-name.ts';
import { arabicConsonants } from '../../../../../domain/screening/names/scripts/arabic-letters.ts';
import { arabicNames } from '../../../../../domain/screening/names/scripts/arabic-names.ts';
import { cluesOf } from '../../../../../domain/screening/names/scripts/clues.ts';
import { skeletonOf } from '../../../../../domain/screening/names/skeleton.ts';
import { reachOf, scriptPairs } from '../script-reach.ts';
import { wordsOf } from '../words-of.ts';

describe('a name is read by sound', () => {
  it.each([
    ['Russian', 'Сергей Иванович Петров', 'sergey ivanovich petrov'],
    ['Ukrainian', 'Григорій Тимченко', 'hryhorii tymchenko'],
    ['Serbian', 'Јован Хаџић', 'jovan hadzic'],
    ['Greek', 'Γεώργιος Παπανδρέου', 'georgios papandreou'],
    ['Arabic', 'محمّد الظواهري', 'muhammad al(particle) zawahiri'],
    ['Arabic that is not in the lexicon', 'طنطاوي', 'tntawy~'],
    ['Persian', 'علی‌رضا فلاحی', 'alireza flahy~'],
    ['Hebrew', 'משה גרינוולד', 'moshe grynwwld~'],
    ['Korean', '김정은', 'kim jong un'],
    ['Chinese, a surname read its own way', '曾国藩', 'zeng guofan'],
    ['Chinese, a surname of two characters', '欧阳修', 'ouyang xiu'],
    ['kana', 'スズキ イチロー', 'suzuki ichiro'],
    ['Hindi, without the silent vowels', 'विजय कमला', 'vijay kamla'],
    ['Bengali', 'মোহাম্মদ রহমান', 'mohammad rahman'],
    ['Thai', 'สมชาย ใจดี', 'somchai chaidi'],
    ['Georgian', 'გიორგი', 'giorgi'],
    ['Armenian', 'Արմեն', 'armen'],
  ])('%s', (_, name, words) => {
    expect(wordsOf(name)).toBe(words);
    expect(normaliseName(name).hasUnreadScript).toBe(false);
  });
});

describe('what cannot be compared with a Latin spelling is said to be unread', () => {
  it.each([
    ['Burmese', 'မောင်'],
    ['Khmer', 'សុខ'],
    ['a Japanese given name', '鈴木一郎'],
    ['characters beside kana', '太郎 スズキ'],
    ['a foreign name in Chinese characters', '弗拉基米尔'],
    ['a company in Hangul', '조선광업개발무역회사'],
    ['a part of a name', 'Jane မောင်'],
  ])('%s', (_, name) => {
    expect(normaliseName(name).hasUnreadScript).toBe(true);
  });
});

/** A little below what was measured when the pairs were written, so that a change for the worse shows. */
const leastMet: readonly (readonly [script: string, share: number])[] = [
  ['arabic', 0.93],
  ['cyrillic', 0.97],
  ['greek', 0.9],
  ['hebrew', 0.7],
  ['hangul', 0.97],
  ['chinese', 0.97],
  ['devanagari', 0.95],
  ['thai', 0.8],
  ['other', 0.9],
];

describe('pairs of a Latin and an original spelling meet in their words, skeletons or one edit', () => {
  it.each(leastMet)('%s: in %d of them', (script, share) => {
    expect(reachOf(scriptPairs(script)).met).toBeGreaterThanOrEqual(share);
  });

  it('Arabic names by their consonants alone, without the lexicon, in 0.94 of them', () => {
    const pairs = arabicNames.split('|').map((pair) => pair.split(' '));
    const same = pairs.filter(
      ([written = '', latin = '']) =>
        skeletonOf(arabicConsonants(written, cluesOf(written))) === skeletonOf(latin),
    );
    expect(pairs.length).toBeGreaterThan(500);
    expect(same.length / pairs.length).toBeGreaterThanOrEqual(0.94);
  });
});
