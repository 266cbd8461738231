import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../../../cli/run.ts';
import { shippedProviderPolicy } from '../../../cli/shipped-data.ts';
import type { ResultRow } from '../../../domain/screening/rows/result-row.ts';
import { publishedValidator } from '../../schemas/published-validator.ts';
import {
  keepOutput,
  consolidated,
  denied,
  haniya,
  index,
  linesOf,
  nobody,
  place,
  rowsOf,
  scratch,
  screened,
  write,
  written,
} from './screening-runs.ts';

keepOutput();
const { threshold } = shippedProviderPolicy().matcher;

describe('kyc screen', () => {
  it('answers every line in the order of the input, with matches, reasons and proof', async () => {
    const { code, out } = await screened('order', [nobody, haniya, '', { id: 3, name: '' }]);
    expect(code).toBe(0);
    const rows = rowsOf<ResultRow>(out);
    expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['n', 'clear'],
      ['h', 'possibleMatch'],
      [3, 'notScreened'],
    ]);
    expect(rows[0]).toMatchObject({ matches: [], threshold });
    expect(rows[1]).toMatchObject({ matches: [{ list: 'ofac-cons', entryId: '9639' }] });
    expect(rows[2]).toMatchObject({ because: 'nameMissing', matches: [] });
    const isPublished = publishedValidator('result-row.schema.json');
    expect(rows.filter((row) => !isPublished(row))).toEqual([]);
  });

  it('has reasons that add up to each score', async () => {
    const rows = rowsOf<ResultRow>(
      (await screened('sums', [haniya, { id: 2, name: 'Mohamad Abu Tir' }])).out,
    );
    const matches = rows.flatMap((row) => (row.outcome === 'possibleMatch' ? row.matches : []));
    expect(matches.length).toBeGreaterThan(1);
    for (const { score, reasons } of matches) {
      expect(Number(reasons.reduce((sum, { points }) => sum + points, 0).toFixed(4))).toBe(score);
    }
  });

  it('keeps a refused line in its place, names it, and answers no', async () => {
    const { code, out } = await screened('refused', [
      'no json',
      { id: 'r', name: 5, kind: 'robot' },
      { name: 'x' },
      haniya,
    ]);
    expect(code).toBe(1);
    expect(linesOf(out).slice(0, 3)).toEqual([
      '{"line":1,"outcome":"refused","because":"the line must be JSON"}',
      '{"id":"r","line":2,"outcome":"refused","because":"/name must be string, and present; ' +
        '/kind must be one of individual, entity, vessel, aircraft"}',
      '{"line":3,"outcome":"refused","because":"/id must be a text of 1 to 256 characters or a whole number; ' +
        'give each row one, by which you know it again"}',
    ]);
    expect(rowsOf<ResultRow>(out)[3]?.outcome).toBe('possibleMatch');
    expect(written.stderr).toContain('refused.in line 2: /name must be string');
    expect(written.stderr).toMatch(/0 clear, 1 possible matches, 0 not screened, 3 refused; 4 rows/);
  });

  it('counts members of an identifier that it did not use, and kinds that it does not know', async () => {
    const identifiers = [
      { kind: 'passport', value: '40055042', country: 'RU', issuer: 'MVD' },
      { kind: 'library card', value: '40055043' },
      { kind: 'taxId', value: '40055044', country: 'RU' },
    ];
    await screened('identifiers', [{ ...nobody, identifiers }, nobody]);
    const told = written.stderr.split('\n').filter((line) => line.startsWith('not used'));
    expect(told.sort()).toEqual([
      'not used  /identifiers/country in 1 rows',
      'not used  /identifiers/issuer in 1 rows',
      'not used  /identifiers/kind in 1 rows',
    ]);
  });

  it('says of an output that cannot be written why, and what to do', async () => {
    const input = write('unwritten.in', nobody);
    const to = async (out: string) => {
      written.stderr = '';
      const code = await run([
        'screen',
        '--lists',
        consolidated,
        '--index',
        index,
        '--input',
        input,
        '--out',
        out,
      ]);
      return [code, written.stderr.split('\n').find((line) => line.includes('--out')) ?? written.stderr];
    };
    const missing = place('no/such/folder');
    expect(await to(join(missing, 'x'))).toEqual([
      2,
      expect.stringContaining(`cannot be written: there is no folder ${missing}; make it`),
    ]);
    expect(await to(scratch)).toEqual([2, expect.stringContaining('it is a folder; name a file in it')]);
    expect(await to(join(input, 'x'))).toEqual([2, expect.stringContaining(`${input} is no folder`)]);
  });

  it('calls no odd name a match, and none that it could not compare clear', async () => {
    const odd = ['constructor', '__proto__', 'x'.repeat(401), '😀', '\u200f\u202E', '12345', 'A', '', ' '];
    const { code, out } = await screened(
      'odd',
      odd.map((name, id) => ({ id, name })),
    );
    expect(code).toBe(0);
    const answers = rowsOf<ResultRow>(out).map((row) => ('because' in row ? row.because : row.outcome));
    const [tooLong, nothing, missing] = ['nameTooLong', 'nothingToCompare', 'nameMissing'];
    expect(answers).toEqual([
      'clear',
      'clear',
      tooLong,
      nothing,
      nothing,
      'clear',
      nothing,
      missing,
      missing,
    ]);
  });

  it('tells what was read, what is missing, what was left, and what it did not use', async () => {
    writeFileSync(
      place('cons_prim.csv'),
      '1,"PETROV, Sergey","individual","X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1962."\n',
    );
    writeFileSync(place('notes.txt'), 'x');
    const input = write('told.in', { ...haniya, birthdate: '1962', countries: ['Atlantis'] });
    expect(await run(['screen', '--lists', scratch, '--input', input])).toBe(0);
    expect(written.stderr).toMatch(/^read {6}ofac-cons: 1 parties, 1 names, published on an unknown day$/m);
    expect(written.stderr).toMatch(
      /^missing {3}ofac-cons: came without cons_alt.csv, cons_add.csv, cons_comments.csv/m,
    );
    expect(written.stderr).toMatch(/^left {6}notes.txt: no official name of a list$/m);
    expect(written.stderr).toMatch(/^not used {2}\/birthdate in 1 rows$/m);
    expect(written.stderr).toMatch(/^not used {2}\/countries in 1 rows$/m);
    rmSync(place('cons_prim.csv'));
  });

  it('finds the same by a kept index as by the lists, and makes it anew for other lists', async () => {
    const byLists = await screened('index-1', [haniya, nobody]);
    const out = place('index-2.out');
    expect(await run(['screen', '--index', index, '--input', byLists.input, '--out', out])).toBe(0);
    expect(linesOf(out)).toEqual(linesOf(byLists.out));
    expect(written.stderr).toContain('read      ofac-cons: 442 parties');
    const own = place('own.index');
    for (const folder of [consolidated, denied, denied]) {
      await run(['screen', '--index', own, '--lists', folder, '--input', byLists.input, '--out', out]);
    }
    expect(written.stderr.match(/own\.index written.*/g)).toEqual([
      'own.index written',
      'own.index written: the one before was of other lists or another matcher',
    ]);
  });

  it('answers the same, line by line, on several threads', async () => {
    const lines = Array.from({ length: 1500 }, (_, id) => (id % 7 === 3 ? { id } : { ...haniya, id }));
    const alone = await screened('alone', [...lines, '{']);
    const together = await screened('together', [...lines, '{'], '--workers', '2');
    expect([alone.code, together.code]).toEqual([1, 1]);
    expect(linesOf(together.out)).toEqual(linesOf(alone.out));
    expect(written.stderr.match(/1286 possible matches, 214 not screened, 1 refused/g)).toHaveLength(2);
  });

  it.each([
    ['no lists', [], 'nothing to search: give --lists DIR, --index FILE, or both'],
    ['no folder', ['--lists', '/nowhere/at/all'], '/nowhere/at/all cannot be read'],
    [
      'a folder without lists',
      ['--lists', fileURLToPath(new URL('.', import.meta.url))],
      'official files such as',
    ],
    ['no index', ['--index', '/nowhere/at/all'], '/nowhere/at/all cannot be read'],
    [
      'another file for an index',
      ['--index', import.meta.filename],
      'expected a file that starts with KYCINDEX',
    ],
    ['a threshold of nothing', ['--lists', consolidated, '--threshold', '0'], 'a number above 0 and up to 1'],
    ['a threshold above one', ['--lists', consolidated, '--threshold', '70'], 'a number above 0 and up to 1'],
  ])('could not tell with %s', async (_name, options, why) => {
    const input = write('usage.in', haniya);
    expect(await run(['screen', '--input', input, '--out', place('usage.out'), ...options])).toBe(2);
    expect(written.stderr).toContain(why);
  });

  it('could not tell from a later version’s index, and leaves it as it is', async () => {
    const bytes = readFileSync((await screened('later', [haniya])).out && index);
    const later = Buffer.from(bytes.toString('latin1').replace(/"format":\d+/, '"format":9'), 'latin1');
    writeFileSync(place('later.index'), later);
    const options = ['--lists', consolidated, '--index', place('later.index'), '--input', place('later.in')];
    expect(await run(['screen', ...options])).toBe(2);
    expect(written.stderr).toMatch(
      /later\.index: screening index: expected format \d+, found format 9\. It was written by a later version/,
    );
    expect(readFileSync(place('later.index')).equals(later)).toBe(true);
  });

  it('does not write over its input', async () => {
    const input = write('same.in', haniya);
    expect(await run(['screen', '--index', index, '--input', input, '--out', input])).toBe(2);
    expect(written.stderr).toContain('is an input');
    expect(rowsOf(input)).toEqual([haniya]);
  });

  it('could not tell from an input that is not there, or a folder', async () => {
    for (const input of ['/nowhere/at/all', scratch]) {
      expect(await run(['screen', '--index', index, '--input', input, '--out', place('gone.out')])).toBe(2);
    }
    expect(written.stderr.match(/cannot be read/g)).toHaveLength(2);
  });
});
