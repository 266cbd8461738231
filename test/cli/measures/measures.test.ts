import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { measuresCheck } from '../../../cli/measures/measures-check.ts';
import { measuresDryRun } from '../../../cli/measures/measures-dry-run.ts';
import { accountWith, written } from '../../domain/measures/measure-with.ts';

const scratch = mkdtempSync(join(tmpdir(), 'measures-'));
let said = '';

beforeEach(() => {
  said = '';
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

const measure = (differing: object = {}) =>
  file('measure.json', JSON.stringify({ ...written, ...differing }));

describe('kyc measures check', () => {
  it('shows both readings of when a measure begins, its end, and that nothing of it binds', () => {
    expect(measuresCheck(measure())).toBe(0);
    expect(said).toContain('earliest  2027-06-30, counted from the determination (SM-04)');
    expect(said).toContain('earliest  not yet: there are none, counted from the issue of final regulations');
    expect(said).toContain('last day  2028-01-01, unless extended');
    expect(said).toContain('never made final');
  });

  it('names the place of each fault and answers no', () => {
    expect(measuresCheck(measure({ determinedOn: '2027-02-30' }))).toBe(1);
    expect(said).toContain('FAULT     measure.json /determinedOn: must be a valid date');
  });

  it('could not tell from what is not JSON', () => {
    expect(() => measuresCheck(file('broken.json', '{'))).toThrow('broken.json is not JSON');
  });
});

describe('kyc measures dry-run', () => {
  const out = join(scratch, 'impact.ndjson');
  const run = (measureFile: string, ...accounts: (object | string)[]) => {
    const lines = accounts.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
    return measuresDryRun({ measure: measureFile, accounts: file('accounts.ndjson', lines.join('\n')), out });
  };
  const at = (place: string) => ({ places: [{ place, basis: 'address' }] });
  const rows = () =>
    readFileSync(out, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('lists whom a measure would hit and may hit, and counts the rest', async () => {
    const accounts = ['UA-43', 'UA', 'FR'].map((place, index) => accountWith(at(place), { id: `a${index}` }));
    expect(await run(measure(), ...accounts)).toBe(0);
    expect(rows()).toMatchObject([
      { account: 'a0', outcome: 'hit', effect: { kind: 'prohibit' } },
      { account: 'a1', outcome: 'mayBeHit' },
    ]);
    expect(said).toContain('dry run   1 hit, 1 may be hit, 1 not hit');
  });

  it('compares persons with the matcher that screens, in other scripts too', async () => {
    const subject = { kind: 'person', name: 'Vladimir Exampleov' };
    const accounts = [
      accountWith({ ...at('DE'), name: 'Владимир Эксамплеов' }),
      accountWith({ ...at('DE'), name: 'Maria Schmidt' }, { id: 'a2' }),
    ];
    expect(await run(measure({ subject }), ...accounts)).toBe(0);
    expect(rows()).toMatchObject([
      { account: 'acct_1', outcome: 'mayBeHit', reasons: [{ code: 'possibleMatch' }] },
    ]);
  });

  it('refuses a line that is no account, names it, and answers no', async () => {
    expect(await run(measure(), accountWith(at('FR')), '{"id":"a9","stage":"sleeping"}')).toBe(1);
    expect(rows()).toMatchObject([{ id: 'a9', line: 2, outcome: 'refused' }]);
  });
});
