import { describe, expect, it } from 'vitest';
import { equivalentNames } from '../../../../domain/screening/names/equivalent-names.ts';
import { equivalentsOf } from '../../../../domain/screening/names/equivalents.ts';
import { foldWord } from '../../../../domain/screening/names/fold-word.ts';
import { skeletonOf } from '../../../../domain/screening/names/skeleton.ts';

const distinct = (texts: readonly string[]): number => new Set(texts).size;

describe('the fold is the same for spellings of one name', () => {
  it.each([
    'hussein hussain husayn husain',
    'khalid khaled halid',
    'petrov petroff',
    'vladimirovna vladimiroffna',
    'yuri yuriy iurii iouri',
    'jamal djamal dzhamal',
    'yevgeny evgeniy evgeni',
    'fawzi fauzi faouzi',
    'sheikh shaykh shaikh',
    'fatima fatimah',
    'osama usama oussama',
    'zhukov zukov',
    'stephan stefan',
    'maksim maxim',
  ])('%s', (spellings) => {
    expect(distinct(spellings.split(' ').map(foldWord))).toBe(1);
  });

  it('and differs for names that only look alike', () => {
    const others = 'bai bi hassan hussein said saad ali omar amir karim kamal jamal ivanov'.split(' ');
    expect(distinct(others.map(foldWord))).toBe(others.length);
  });

  it('leaves numbers as they are, and takes the empty word and a very long one', () => {
    expect(['737', '', 'constructor'].map(foldWord)).toEqual(['737', '', 'kunstruktur']);
    expect(foldWord('kh'.repeat(200))).toBe('h');
  });
});

describe('the skeleton', () => {
  it.each([
    ['zawahiri', 'zwahry'],
    ['mousavi', 'mwswy'],
    ['tawil', 'twyl'],
    ['qaddafi', 'qdafy'],
    ['shirazi', 'shyrazy'],
    ['umar', 'amr'],
  ])('of %s is that of the letters %s', (latin, letters) => {
    expect(skeletonOf(letters)).toBe(skeletonOf(latin));
  });

  it('keeps apart what begins with a vowel from what does not, and numbers', () => {
    expect(['ahmad', 'hamad', '12', ''].map(skeletonOf)).toEqual(['ahmd', 'hmd', '12', '']);
  });
});

describe('names that are one name elsewhere', () => {
  it.each([
    ['aleksandr', 'oleksandr'],
    ['alexander', 'iskandar'],
    ['yusuf', 'joseph'],
    ['robert', 'bob'],
    ['ri', 'lee'],
  ])('%s and %s are in one group', (one, other) => {
    expect(equivalentsOf(one)).toBeDefined();
    expect(equivalentsOf(one)).toBe(equivalentsOf(other));
  });

  it.each([
    ['hassan', 'hussein'],
    ['kamal', 'jamal'],
    ['ali', 'aliyev'],
  ])('%s and %s are not', (one, other) => {
    expect(equivalentsOf(one) ?? -1).not.toBe(equivalentsOf(other));
  });

  it('stand in one group only, spelt as names are normalised', () => {
    const names = equivalentNames.flatMap((group) => group.split(' '));
    expect(distinct(names)).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9]+$/.test(name))).toEqual([]);
  });

  it('are none for words that every object has', () => {
    expect(['constructor', '__proto__', 'tostring'].map((name) => equivalentsOf(name))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
