import { describe, expect, it } from 'vitest';
import type { AttributeValue } from '../../../../local/servers/dynamodb/attribute-value.ts';
import { itemSize } from '../../../../local/servers/dynamodb/item-size.ts';

const valueSize = (value: AttributeValue): number => itemSize({ a: value }) - 1;

describe('the size of an item', () => {
  it('counts names and strings in UTF-8', () => {
    expect(itemSize({ naïve: { S: '名前' } })).toBe(6 + 6);
  });

  it.each([
    ['0', 1],
    ['7', 2],
    ['12', 2],
    ['123', 3],
    ['1200', 2],
    ['0.0012', 2],
    ['-12', 3],
    ['12345678901234567890123456789012345678', 20],
    ['-12345678901234567890123456789012345678', 21],
  ])('counts the number %s as %i bytes', (digits, bytes) => {
    expect(valueSize({ N: digits })).toBe(bytes);
  });

  it('counts binary as its bytes and flags as one', () => {
    expect(valueSize({ B: Buffer.from([1, 2, 3]).toString('base64') })).toBe(3);
    expect(valueSize({ BOOL: false })).toBe(1);
    expect(valueSize({ NULL: true })).toBe(1);
  });

  it('counts the members of a set without overhead', () => {
    expect(valueSize({ SS: ['ab', 'c'] })).toBe(3);
    expect(valueSize({ NS: ['1', '23'] })).toBe(4);
    expect(valueSize({ BS: [Buffer.from('xy').toString('base64')] })).toBe(2);
  });

  it('counts three bytes for a list or map and one for each element', () => {
    expect(valueSize({ L: [] })).toBe(3);
    expect(valueSize({ L: [{ S: 'ab' }, { BOOL: true }] })).toBe(3 + 1 + 2 + 1 + 1);
    expect(valueSize({ M: { key: { S: 'ab' } } })).toBe(3 + 1 + 3 + 2);
  });
});
