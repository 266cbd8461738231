import { describe, expect, it } from 'vitest';
import { leiFault } from '../../../../domain/verification/registration/lei.ts';
import { sampleRows } from '../samples.ts';

const valid = sampleRows<{ lei: string }>('lei_valid.csv');
const invalid = sampleRows<{ value: string; kind: string }>('lei_invalid.csv');

describe('a legal entity identifier', () => {
  it('of each published entity is well formed', () => {
    expect(valid.length).toBeGreaterThan(100);
    expect(valid.filter(({ lei }) => leiFault(lei) !== null)).toEqual([]);
  });

  it.each(invalid)('%# is refused: $kind', ({ value, kind }) => {
    const faults: Record<string, string> = {
      'too short': 'leiLength',
      'too long': 'leiLength',
      empty: 'leiLength',
      'leading space': 'leiLength',
      'lower case': 'leiCharacters',
      'character not allowed': 'leiCharacters',
    };
    expect(leiFault(value)).toBe(faults[kind] ?? 'leiCheckDigits');
  });

  it('of five megabytes is of the wrong length', () => {
    expect(leiFault('A'.repeat(5_000_000))).toBe('leiLength');
  });
});
