import { describe, expect, it } from 'vitest';
import { run } from '../../../cli/run.ts';
import { publishedValidator } from '../../schemas/published-validator.ts';
import { keepOutput, place, rowsOf, write, written } from './screening-runs.ts';

keepOutput();

describe('kyc compare', () => {
  it('scores each pair, and keeps a refused one in its place', async () => {
    const [left, right] = [{ name: 'Ismail Haniya' }, { name: 'HANIYEH, Ismail', kind: 'individual' }];
    const input = write(
      'pairs.in',
      { id: 1, left, right },
      { id: 2, left },
      { id: 3, left: { name: 'A' }, right },
    );
    expect(await run(['compare', '--input', input, '--out', place('pairs.out')])).toBe(1);
    const rows = rowsOf<object>(place('pairs.out'));
    expect(rows).toMatchObject([
      { id: 1, reasons: expect.arrayContaining([expect.objectContaining({ code: 'sameWord' })]) as unknown },
      { id: 2, line: 2, outcome: 'refused', because: '/right must be object, and present' },
      { id: 3, score: 0, reasons: [], because: 'nothingToCompare' },
    ]);
    const isPublished = publishedValidator('comparison-row.schema.json');
    expect(rows.filter((row) => !isPublished(row))).toEqual([]);
  });

  it('counts members that it did not use, of each side too', async () => {
    const [left, right] = [{ name: 'Ismail Haniya', nickname: 'x' }, { name: 'HANIYEH, Ismail' }];
    const input = write('members.in', { id: 1, left, right, note: 'x' }, { id: 2, left, right });
    expect(await run(['compare', '--input', input, '--out', place('members.out')])).toBe(0);
    expect(written.stderr).toContain('not used  /left/nickname in 2 rows\nnot used  /note in 1 rows\n');
  });
});
