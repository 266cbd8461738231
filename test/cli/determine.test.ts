import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { determine } from '../../cli/determine.ts';

const directory = mkdtempSync(join(tmpdir(), 'determine-'));
const [input, out] = [join(directory, 'in.ndjson'), join(directory, 'out.ndjson')];

async function determined(...lines: string[]) {
  writeFileSync(input, lines.join('\n'));
  const code = await determine({ input, out });
  const answers = readFileSync(out, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return { code, answers: answers.map((line) => JSON.parse(line) as { id: string; status: string }) };
}

describe('kyc determine', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('answers in the order of the input, with the limbs behind each answer', async () => {
    const { code, answers } = await determined(
      '{"id":"a","kind":"individual","citizenships":["US"]}',
      '{"id":"b","kind":"entity","organizedUnder":"FR","location":{"country":"FR","as":"located"}}',
      '',
      '{"id":"c","kind":"individual"}',
    );
    expect(code).toBe(0);
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'us'],
      ['b', 'foreign'],
      ['c', 'undetermined'],
    ]);
  });

  it('names the line and the field it refuses, answers the rest, and says no', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { code, answers } = await determined(
      '{"id":"a","kind":"robot"}',
      'no json',
      '{"id":"b","kind":"entity"}',
    );
    expect(code).toBe(1);
    expect(answers.map(({ id }) => id)).toEqual(['b']);
    const said = written.mock.calls.map(([text]) => String(text)).join('');
    expect(said).toMatch(/in\.ndjson line 1: \/kind must be one of individual, entity/);
    expect(said).toMatch(/line 2: the line must be object/);
  });

  it('could not tell from a file that is not there', async () => {
    await expect(determine({ input: '/nowhere/at/all', out })).rejects.toThrow('cannot be read');
  });
});
