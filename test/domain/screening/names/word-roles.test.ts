import { describe, expect, it } from 'vitest';
import { wordsOf } from './words-of.ts';

describe('a legal form is told from the name', () => {
  it.each([
    [
      'Khavaran Shipping Limited Liability Company',
      'khavaran shipping limited(legalForm) liability(legalForm) company(legalForm)',
    ],
    ['Khavaran ShippingLimited', 'khavaran shipping limited(legalForm)'],
    ['Vektor Limted', 'vektor limted(legalForm)'],
    ['ООО «Вектор»', 'ooo(legalForm) vektor'],
    ['Foo S. A.', 'foo s(legalForm) a(legalForm)'],
    ['PT Garuda', 'pt(legalForm) garuda'],
    ['华为技术有限公司', 'huawei technology company(legalForm)'],
    ['شركة النور', 'company(legalForm) al(particle) nur'],
    ['אלון בע״מ', 'alon ltd(legalForm)'],
  ])('%s', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });

  it('but a short one in a person’s place is a name', () => {
    expect(wordsOf('SA, Maria')).toBe('sa maria');
    expect(wordsOf('As Sadr Holding')).toBe('as(particle) sadr holding');
  });
});

describe('titles', () => {
  it.each([
    ['AL-ZAWAHIRI, Dr. Ayman', 'al(particle) zawahiri dr(title) ayman'],
    ['Gen. John Smith', 'gen(title) john smith'],
    ['M/V Ocean Star', 'mv(title) ocean star'],
    ['Ocean Star MT', 'ocean star mt(title)'],
    ['Sheikh Khalid Mohammed', 'sheikh(title) khalid mohammed'],
  ])('%s', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });

  it('stay names where too little else would tell who is meant', () => {
    expect(wordsOf('Mullah Omar')).toBe('mullah omar');
    expect(wordsOf('General Electric')).toBe('general electric');
  });
});

describe('an Arabic name has the same words however it is joined', () => {
  it.each([
    ['abd al(particle) rahman', ['Abd al-Rahman', 'Abd Al Rahman', 'عبد الرحمن', 'عبدالرحمن']],
    ['abd rahman', ['Abdulrahman', 'Abdul Rahman', 'Abdurrahman', 'Abdel Rahman', 'Abdelrahman']],
    ['salah din', ['Salahuddin', 'Salah Uddin', 'Salaheddin']],
    ['al(particle) zawahiri', ['al-Zawahiri', 'Alzawahiri', 'Al Zawahiri', 'الظواهري']],
    ['abdullah', ['Abdullah', 'Abd Allah', 'عبد الله', 'عبدالله']],
  ])('%s', (words, names) => {
    expect(names.map(wordsOf)).toEqual(names.map(() => words));
  });

  it('and the article is known by the sound it takes over', () => {
    expect(wordsOf('ez-Zawahiri')).toBe('ez(particle) zawahiri');
    expect(wordsOf('ash-Shami, Umar')).toBe('ash(particle) shami umar');
  });

  it.each(['Alvarez', 'Aladin', 'Alexander', 'Volodin', 'Abdi', 'Elena'])('but %s stays whole', (name) => {
    expect(wordsOf(name)).toBe(name.toLowerCase());
  });
});

describe('particles', () => {
  it.each([
    ['van der Berg, Jan', 'van(particle) der(particle) berg jan'],
    ['Jan van der Berg', 'jan van(particle) der(particle) berg'],
    ['Ben Johnson', 'ben johnson'],
    ['Zine Ben Ali', 'zine ben(particle) ali'],
    ['Le Duc Tho', 'le duc tho'],
    ['Abu Ahmad', 'abu ahmad'],
  ])('%s', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });
});
