import { describe, expect, it } from 'vitest';
import { firstDifference } from '../../../../domain/screening/proof/first-difference.ts';

describe('the first difference of two values', () => {
  it.each([
    ['', 1, 2, '1', '2'],
    ['/a', { a: 1 }, {}, '1', 'nothing'],
    ['/a', {}, { a: null }, 'nothing', 'null'],
    ['/a/1/b', { a: [0, { b: 'x' }] }, { a: [0, { b: 'y' }] }, '"x"', '"y"'],
    ['/a', { a: [] }, { a: {} }, '[]', '{}'],
    ['/b', { b: 1, c: 1 }, { c: 2, b: 2 }, '1', '2'],
    ['/a~1b~0', { 'a/b~': 1 }, { 'a/b~': 2 }, '1', '2'],
    ['/__proto__', JSON.parse('{"__proto__":1}'), {}, '1', 'nothing'],
  ])('at %j', (pointer, expected, found, one, other) => {
    expect(firstDifference(expected, found)).toEqual({ pointer, expected: one, found: other });
  });

  it('is none of equal ones', () => {
    expect(firstDifference({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBeNull();
  });

  it('is cut where it is long', () => {
    expect(firstDifference('x'.repeat(1000), 1)?.expected).toHaveLength(301);
  });
});
