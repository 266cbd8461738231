import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../../../cli/run.ts';
import { shippedProviderPolicy } from '../../../cli/shipped-data.ts';
import type { TotalRow } from '../../../domain/screening/rows/backtest-row.ts';
import { publishedValidator } from '../../schemas/published-validator.ts';
import {
  keepOutput,
  anotherPolicy,
  consolidated,
  denied,
  haniya,
  index,
  nobody,
  place,
  rowsOf,
  screened,
  shippedPolicy,
  write,
  written,
} from './screening-runs.ts';

keepOutput();
const { threshold } = shippedProviderPolicy().matcher;

describe('kyc backtest', () => {
  const backtest = async (input: string, ...options: string[]) => {
    const out = place('backtest.out');
    const code = await run(['backtest', '--input', input, '--index', index, '--out', out, ...options]);
    const rows = code === 2 ? [] : rowsOf<TotalRow>(out);
    return { code, changes: rows.slice(0, -1), total: rows.at(-1) };
  };

  it('tells who would be answered otherwise under another threshold, and who would not', async () => {
    const { input } = await screened('trial', [nobody, haniya, { id: 'm', name: 'Mohamad Abu Tir' }, '{']);
    const { code, changes, total } = await backtest(input, '--threshold', '0.99');
    expect(code).toBe(1);
    expect(changes).toMatchObject([
      { id: 'm', line: 3, change: 'gone', after: { outcome: 'clear', matches: [] } },
    ]);
    expect(total).toMatchObject({ change: 'total', rows: 4, new: 0, gone: 1, same: 2, refused: 1 });
    expect(total).toMatchObject({ before: { threshold }, after: { threshold: 0.99 } });
    const isPublished = publishedValidator('backtest-row.schema.json');
    expect([...changes, total].filter((row) => !isPublished(row))).toEqual([]);
    expect(written.stderr).toContain('Nothing was switched on');
  });

  it('tries other lists, and the threshold of a policy', async () => {
    const { input } = await screened('other', [nobody, haniya]);
    expect((await backtest(input, '--against', denied)).total).toMatchObject({ gone: 1, new: 0, same: 1 });
    expect((await backtest(input, '--policy', shippedPolicy)).total).toMatchObject({
      same: 2,
      gone: 0,
      new: 0,
    });
  });

  it('takes results of an earlier run for the present, and refuses those of another input', async () => {
    const { input, out } = await screened('earlier', [nobody, haniya]);
    const older = readFileSync(out, 'utf8')
      .replaceAll('words-', 'older-')
      .replace('"score":', '"score":0.1,"was":');
    const present = write('earlier.older', older.trimEnd());
    const { code, total } = await backtest(input, '--present', present);
    expect(code).toBe(0);
    expect(total).toMatchObject({ rows: 2, same: 1, rescored: 1 });
    expect(total?.before.matcherVersion).toMatch(/^older-/);
    const others = write('earlier.others', haniya, nobody);
    expect((await backtest(others, '--present', present)).code).toBe(2);
    expect((await backtest(write('shorter', nobody), '--present', present)).code).toBe(2);
    expect((await backtest(write('longer', nobody, haniya, haniya), '--present', present)).code).toBe(2);
    expect(written.stderr.match(/give the input that was screened|expected a result/g)).toHaveLength(3);
  });

  it.each([
    ['nothing to try', [], 'nothing to try'],
    ['a present twice', ['--present', index, '--against', consolidated], '--present stands for the present'],
    ['no policy', ['--policy', '/nowhere.json'], '/nowhere.json cannot be read'],
    ['another policy', ['--policy', anotherPolicy], 'kind screening'],
  ])('could not tell with %s', async (_name, options, why) => {
    expect((await backtest(write('trial-usage', haniya), ...options)).code).toBe(2);
    expect(written.stderr).toContain(why);
  });
});
