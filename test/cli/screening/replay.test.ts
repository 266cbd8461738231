import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../../../cli/run.ts';
import { shippedProviderPolicy } from '../../../cli/shipped-data.ts';
import {
  keepOutput,
  consolidated,
  denied,
  haniya,
  index,
  linesOf,
  nobody,
  screened,
  write,
  written,
} from './screening-runs.ts';

keepOutput();
const { threshold } = shippedProviderPolicy().matcher;

describe('kyc replay', () => {
  const replay = (results: string, input: string, places = ['--index', index]) =>
    run(['replay', results, '--input', input, ...places]);

  it('finds the same bytes again, whatever threshold they were found at, refused lines included', async () => {
    const { out, input } = await screened('again', ['{', haniya, nobody], '--threshold', '0.55');
    expect(await replay(out, input, ['--lists', consolidated])).toBe(0);
    expect(written.stdout).toMatch(/^SAME: 3 rows, byte for byte\n(.*\n)*.*threshold {2}0\.55\n$/);
  });

  it('answers no to one changed byte, with field, expected and found', async () => {
    const { out, input } = await screened('changed', [nobody, haniya]);
    const text = readFileSync(out, 'utf8');
    writeFileSync(out, text.replace('"entryId":"9639"', '"entryId":"9640"'));
    expect(await replay(out, input)).toBe(1);
    expect(written.stdout).toContain('DIFFERS: 1 of 2 rows\n  first      recorded line 2, input line 2\n');
    expect(written.stdout).toContain(
      '  field      /matches/0/entryId\n  expected   "9640"\n  found      "9639"\n',
    );
  });

  it('answers no to a result that is gone, one too many, and one written otherwise', async () => {
    const { out, input } = await screened('rows', [nobody, haniya]);
    const [first = '', second = ''] = linesOf(out);
    for (const lines of [[first], [first, second, second], [first, second.replace('{', '{ ')]]) {
      expect(await replay(write('rows.changed', ...lines), input)).toBe(1);
    }
    expect(written.stdout).toContain('no recorded line, input line 2');
    expect(written.stdout).toContain('recorded line 3, no line of input');
    expect(written.stdout).toContain('the same values, written otherwise');
  });

  it('could not tell by other lists, another matcher, or results of two runs, and says which', async () => {
    const { out, input } = await screened('basis', [nobody, haniya]);
    expect(await replay(out, input, ['--lists', denied])).toBe(2);
    expect(written.stdout).toMatch(
      /^COULD NOT TELL: listDigest: recorded [0-9a-f]{64}, here [0-9a-f]{64}: these are other lists/,
    );
    expect(written.stdout).not.toContain('indexDigest');
    const [first = '', second = ''] = linesOf(out);
    const older = [first, second].map((line) => line.replace('words-', 'older-'));
    expect(await replay(write('basis.older', ...older), input)).toBe(2);
    expect(written.stdout).toContain('matcherVersion: recorded older-');
    const mixed = write('basis.mixed', first, second.replace(/"threshold":[\d.]+/, '"threshold":0.99'));
    expect(await replay(mixed, input)).toBe(2);
    expect(written.stdout).toContain(
      `threshold: recorded 0.99, here ${threshold}: the results are of more than one run`,
    );
  });

  it('could not tell from a file that holds no result', async () => {
    const input = write('none.in', haniya);
    expect(await replay(input, input)).toBe(2);
    expect(written.stderr).toContain('holds no result of kyc screen');
  });
});
