import { describe, expect, it } from 'vitest';
import { readResultLines, resultLines, type OwnerResult } from '../../../domain/rescreening/owner-result.ts';

const result = (party: string): OwnerResult => ({ account: 'acct_1', party, sequence: 1, outcome: 'clear' });
const text = resultLines([result('p1'), result('p2')]);

describe('the results of a shard', () => {
  it('are read as they were written', () => {
    expect(readResultLines(text, 'results/1')).toEqual([result('p1'), result('p2')]);
    expect(readResultLines('', 'results/1')).toEqual([]);
  });

  it('name the line in which they were cut off', () => {
    expect(() => readResultLines(text.slice(0, -1), 'results/1')).toThrow('results/1, line 2 is cut off');
    expect(() => readResultLines(text.slice(0, -20), 'results/1')).toThrow('results/1, line 2 is cut off');
  });

  it('name the line that is no result', () => {
    expect(() => readResultLines(`${text}{}\n`, 'results/1')).toThrow(
      'results/1, line 3 is not an owner’s result',
    );
  });
});
