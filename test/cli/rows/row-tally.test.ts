import { describe, expect, it } from 'vitest';
import {
  addTally,
  countNotUsed,
  countOutcome,
  countRefusal,
  emptyTally,
  tallyLines,
} from '../../../cli/rows/row-tally.ts';

const refusal = (line: number) => ({ line, outcome: 'refused' as const, because: 'the line must be JSON' });

describe('what is told of a run besides its rows', () => {
  it('names twenty refused lines, and counts the others', () => {
    const tally = emptyTally();
    for (let line = 1; line <= 25; line += 1) countRefusal(tally, refusal(line));
    const lines = tallyLines(tally, 'a.ndjson');
    expect(lines[0]).toBe('refused   a.ndjson line 1: the line must be JSON');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('refused   5 lines more; the output has them all');
  });

  it('names no more than twenty members, whatever they are called', () => {
    const tally = emptyTally();
    for (const member of ['__proto__', 'constructor', ...Array.from({ length: 30 }, (_, at) => `m${at}`)]) {
      countNotUsed(tally, member);
    }
    expect(tallyLines(tally, 'x')).toHaveLength(20);
    expect(tallyLines(tally, 'x')[0]).toBe('not used  __proto__ in 1 rows');
  });

  it('is the sum of its parts', () => {
    const [one, other] = [emptyTally(), emptyTally()];
    countOutcome(one, 'clear');
    countNotUsed(other, '/foo');
    countRefusal(other, refusal(3));
    addTally(one, other);
    expect(one).toMatchObject({ outcomes: { clear: 1, refused: 1 }, notUsed: { '/foo': 1 } });
    expect(one.refusals).toEqual([refusal(3)]);
  });
});
