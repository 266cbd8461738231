import { describe, expect, it } from 'vitest';
import { aggregateOf, findingsOf, holding, verdicts } from './ownership-facts.ts';

/** X and Y are blocked persons; small letters are persons on no list, who hold the rest. */
describe('OFAC’s 50 percent rule, as its FAQs explain it', () => {
  it('FAQ 398: control without half of the ownership blocks nothing, and is shown as a caution', () => {
    const found = findingsOf([holding('X 25 A', { hasControl: true }), 'p 75 A']);
    expect(verdicts(found)).toEqual({ A: false });
    expect(found.findings[0]?.reasons).toMatchObject([
      { code: 'blockedOwner', owner: 'X', hasControl: true },
    ]);
  });

  it('FAQ 399: shares of different blocked persons are added up', () => {
    const found = findingsOf(['X 25 A', 'Y 25 A', 'p 50 A']);
    expect(verdicts(found)).toEqual({ A: true });
    expect(aggregateOf(found, 'A')).toBe('1/2 to 1/2');
  });

  it('FAQ 400: whoever acts for an entity does not own it by that', () => {
    const found = findingsOf([holding('X 0 A', { hasControl: true }), 'p 100 A']);
    expect(verdicts(found)).toEqual({ A: false });
  });

  it('FAQ 401, example 1: an entity half owned by a blocked entity is blocked', () => {
    const found = findingsOf(['X 50 A', 'p 50 A', 'A 50 B', 'q 50 B']);
    expect(verdicts(found)).toEqual({ A: true, B: true });
    expect(found.chainsOf('B', 'ofac-sdn')).toEqual([['B', 'A', 'X']]);
  });

  it('FAQ 401, example 2: quarters held through two blocked entities add up', () => {
    const found = findingsOf(['X 50 A', 'p 50 A', 'X 50 B', 'p 50 B', 'A 25 C', 'B 25 C', 'q 50 C']);
    expect(verdicts(found)).toEqual({ A: true, B: true, C: true });
  });

  it('FAQ 401, example 3: a direct share and one through a blocked entity add up', () => {
    const found = findingsOf(['X 50 A', 'p 50 A', 'X 10 B', 'A 40 B', 'q 50 B']);
    expect(verdicts(found)).toEqual({ A: true, B: true });
    expect(found.chainsOf('B', 'ofac-sdn')).toEqual([
      ['B', 'A', 'X'],
      ['B', 'X'],
    ]);
  });

  it('FAQ 401: an entity less than half owned passes nothing on', () => {
    const found = findingsOf(['X 50 A', 'p 50 A', 'X 25 B', 'p 75 B', 'A 25 C', 'B 25 C', 'q 50 C']);
    expect(verdicts(found)).toEqual({ A: true, B: false, C: false });
    expect(aggregateOf(found, 'C')).toBe('1/4 to 1/4');
  });

  it('FAQ 401: two entities a quarter owned do not make blocked what they own wholly', () => {
    const found = findingsOf(['X 25 A', 'p 75 A', 'X 25 B', 'p 75 B', 'A 50 C', 'B 50 C']);
    expect(verdicts(found)).toEqual({ A: false, B: false, C: false });
  });

  it('FAQ 401: the cascade counts whole shares, where multiplication would find an eighth', () => {
    const chain = ['X 50 A', 'p 50 A', 'A 50 B', 'p 50 B', 'B 50 C', 'p 50 C'];
    expect(verdicts(findingsOf(chain))).toEqual({ A: true, B: true, C: true });
  });

  it('FAQ 402: a share given up before the day asked about does not count on it, and counted before', () => {
    const facts = [
      holding('X 60 A', { from: '2020-01-01', to: '2025-06-01' }),
      holding('p 40 A', { to: '2025-06-01' }),
      holding('p 100 A', { from: '2025-06-01' }),
    ];
    expect(verdicts(findingsOf(facts, { asOf: '2025-05-31' }))).toEqual({ A: true });
    expect(verdicts(findingsOf(facts, { asOf: '2025-06-01' }))).toEqual({ A: false });
  });
});
