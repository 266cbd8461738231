import { describe, expect, it } from 'vitest';
import { wordWeightsBy } from '../../../../domain/screening/words/word-weights.ts';
import { shippedWordCounts } from '../../../../adapters/screening/shipped-word-counts.ts';
import { hardNames } from '../hard-names.ts';
import { align } from './aligned.ts';

const seed = 29;
const weightOf = wordWeightsBy(shippedWordCounts);
const compare = (name: string, listed: string) => align(name, listed, weightOf);
const scoreOf = (name: string, listed: string) => compare(name, listed).score;
const codesOf = (name: string, listed: string) => compare(name, listed).reasons.map(({ code }) => code);

describe('the score of two names', () => {
  it('is what its reasons add up to', () => {
    for (const name of hardNames(seed, 40)) {
      for (const other of hardNames(seed + 1, 40)) {
        const { score, reasons } = compare(name, other);
        if (score === 0) continue;
        const sum = reasons.reduce((total, { points }) => total + points, 0);
        expect(sum, `${name} / ${other}`).toBeCloseTo(score, 12);
      }
    }
  });

  it.each([
    'National Bank of Cuba',
    'Central Bank of the Islamic Republic of Iran',
    'FADLALLAH Shaykh Muhammad Husayn',
    'Bank',
    'J J Petrov',
    '김영미',
    'محمد علي',
  ])('is 1 for the same name, common or not: %s', (name) => {
    expect(scoreOf(name, name)).toBeCloseTo(1, 12);
    expect(codesOf(name, name)).not.toContain('commonWords');
  });

  it('is 1 for the same words in another order', () => {
    expect(scoreOf('Cuba National of Bank', 'National Bank of Cuba')).toBeCloseTo(1, 12);
  });

  it('is 0 where nothing but initials and legal forms agree', () => {
    expect(scoreOf('A Kowalski Ltd', 'ANDERSSON LTD')).toBe(0);
    expect(scoreOf('', 'PETROV')).toBe(0);
  });

  it('loses more for a word that only the query has than for one that only the list has', () => {
    expect(scoreOf('Petrov Zborowski', 'PETROV')).toBeLessThan(scoreOf('Petrov', 'PETROV Zborowski'));
  });

  it('tells more by a rare word than by a common one', () => {
    expect(scoreOf('Zborowski', 'ZBOROWSKI Bank')).toBeGreaterThan(scoreOf('Bank', 'ZBOROWSKI Bank'));
    expect(codesOf('Bank', 'ZBOROWSKI Bank')).toContain('commonWords');
  });

  it('hardly changes with a legal form that is missing, added or another', () => {
    for (const name of ['Khavaran Shipping', 'Khavaran Shipping GmbH', 'Khavaran Shipping Ltd']) {
      expect(scoreOf(name, 'KHAVARAN SHIPPING LLC')).toBeGreaterThan(0.9);
    }
  });

  it('gains little by an initial on the list and more by one in the query', () => {
    const [onList, inQuery] = [
      scoreOf('Sergey Petrov', 'PETROV, S.'),
      scoreOf('S. Petrov', 'PETROV, Sergey'),
    ];
    expect(onList).toBeLessThan(inQuery);
    expect(onList).toBeGreaterThan(scoreOf('Sergey Petrov', 'PETROV, K.'));
  });
});

describe('numbers', () => {
  it('that differ speak against a match', () => {
    expect(codesOf('Fund 5', 'FUND 8')).toContain('otherNumber');
    expect(scoreOf('Ocean Star 5', 'OCEAN STAR 8')).toBeLessThan(
      scoreOf('Ocean Star 5', 'OCEAN STAR 5') - 0.35,
    );
    expect(scoreOf('Fund II', 'FUND III')).toBeLessThan(0.5);
  });

  it('in Roman writing are the same numbers', () => {
    expect(scoreOf('Zborowski Fund II', 'ZBOROWSKI FUND 2')).toBeGreaterThan(0.95);
    expect(codesOf('Zborowski Fund II', 'ZBOROWSKI FUND 2')).not.toContain('otherNumber');
    expect(codesOf('Zborowski Fund III', 'ZBOROWSKI FUND 2')).toContain('otherNumber');
  });

  it('that only one side has are no evidence of another party', () => {
    expect(codesOf('Zborowski Fund', 'ZBOROWSKI FUND 2')).not.toContain('otherNumber');
    expect(codesOf('Zborowski Fund 2', 'ZBOROWSKI FUND')).not.toContain('otherNumber');
  });
});
