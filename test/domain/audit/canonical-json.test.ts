import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, NotCanonicalError } from '../../../domain/audit/canonical-json.ts';

const seed = 8785;

describe('canonical JSON', () => {
  it('is the text that another implementation of RFC 8785 gives', () => {
    const wellFormed = fc.string({ unit: 'binary' });
    const value = fc.jsonValue({ depthSize: 'medium', stringUnit: 'binary' });
    fc.assert(
      fc.property(fc.dictionary(wellFormed, value, { noNullPrototype: true }), (document) => {
        expect(canonicalJson(document)).toBe(canonicalize(document));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('writes every finite number as ECMAScript does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(canonicalJson(number)).toBe(canonicalize(number));
        expect(JSON.parse(canonicalJson(number))).toBe(number === 0 ? 0 : number);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('writes the numbers of RFC 8785 appendix B', () => {
    const numbers = [
      -0, 5e-324, 1.7976931348623157e308, 9007199254740992, 1e21, 9.999999999999997e22, 1e-6, 1e-7,
    ];
    expect(numbers.map(canonicalJson)).toEqual([
      '0',
      '5e-324',
      '1.7976931348623157e+308',
      '9007199254740992',
      '1e+21',
      '9.999999999999997e+22',
      '0.000001',
      '1e-7',
    ]);
  });

  it('sorts keys by UTF-16 code unit, as the example in RFC 8785 section 3.2.3', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const document = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(canonicalJson(document)).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
  });

  it.each([
    ['half of a surrogate pair in a text', { a: ['\ud800'] }, '/a/0'],
    ['half of a surrogate pair in a key', { '\udc00': 1 }, '/\udc00'],
    ['NaN', { a: Number.NaN }, '/a'],
    ['an infinite number', [Number.POSITIVE_INFINITY], '/0'],
    ['a missing value', { 'a/b': undefined }, '/a~1b'],
    ['a hole in a list', new Array(1), '/0'],
    ['a date', { at: new Date(0) }, '/at'],
    ['a big integer', 1n, 'the whole value'],
  ])('refuses %s and says where it stands', (_what, value, place) => {
    const refusal = () => canonicalJson(value);
    expect(refusal).toThrow(NotCanonicalError);
    expect(refusal).toThrow(place);
  });
});
