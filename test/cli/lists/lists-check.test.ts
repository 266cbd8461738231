import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listsCheck } from '../../../cli/lists-check.ts';
import type { CheckReport } from '../../../cli/lists/check-folder.ts';

const shipped = (folder: string) => fileURLToPath(new URL(`../../../data/lists/${folder}`, import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'lists-check-'));
let written = '';

beforeEach(() => {
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function check(lists: string, previous?: string): { code: 0 | 1; report: CheckReport } {
  const code = listsCheck({ lists, json: true, ...(previous === undefined ? {} : { previous }) });
  return { code, report: JSON.parse(written) as CheckReport };
}

/** A folder with the shipped Consolidated set, and whatever a test puts over it. */
function consolidated(name: string, files: Record<string, string | Uint8Array>): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  cpSync(shipped('ofac-consolidated-2025-12'), folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
}

describe('kyc lists check', () => {
  it('accepts the set of July 2021 and says what was read of it', () => {
    const { code, report } = check(shipped('ofac-2021-07'));
    expect(code).toBe(0);
    expect(report.lists).toMatchObject([
      { list: 'ofac-sdn', verdict: { verdict: 'accepted' }, parties: 8976, names: 23_328, publishedOn: null },
    ]);
    expect(report.lists[0]?.remarksShare).toBeGreaterThan(0.97);
    expect(report.lists[0]?.files.map(({ rows }) => rows)).toEqual([8976, 11_910, 13_837, 5]);
  });

  it('answers no to a publication that came without most of its files', () => {
    const { code, report } = check(shipped('ofac-2021-08-18'));
    expect(code).toBe(1);
    expect(report.lists[0]?.verdict).toMatchObject({ verdict: 'refused', because: 'incomplete' });
  });

  it('tells what changed since the folder before', () => {
    const { code, report } = check(shipped('bis-dpl-2021-07'), shipped('bis-dpl-2021-07'));
    expect(code).toBe(0);
    expect(report.lists[0]?.delta).toEqual({ added: 0, removed: 0, changed: 0, examples: [] });
  });

  it('answers no to a list that lost more than a publication ever did, with examples', () => {
    const { code, report } = check(shipped('bis-dpl-2022-09'), shipped('bis-dpl-2021-07'));
    expect(code).toBe(1);
    expect(report.lists[0]?.verdict).toMatchObject({ because: 'shrunk' });
    expect(report.lists[0]?.delta?.examples.some((example) => example.startsWith('- '))).toBe(true);
  });

  it('answers no when a list cannot be read, and says which of the folder before would stay in use', () => {
    const broken = consolidated('broken', { 'dpl.txt': '' });
    const { code, report } = check(broken, shipped('ofac-2021-07'));
    expect(code).toBe(1);
    expect(
      report.lists.map(({ list, verdict }) => [list, 'because' in verdict ? verdict.because : '']),
    ).toEqual([
      ['ofac-cons', ''],
      ['bis-dpl', 'unreadable'],
    ]);
    expect(report.staying).toEqual(['ofac-sdn']);
  });

  it('answers no when the Consolidated Screening List has lost one of its lists', () => {
    const rows =
      '_id,source,type,programs,name,addresses,alt_names,dates_of_birth,ids\nu1,Entity List (EL),,,Y,,,,\n';
    const { report } = check(consolidated('cut', { 'consolidated.csv': rows }));
    expect(report.lists.at(-1)).toMatchObject({
      list: 'consolidated',
      verdict: { because: 'sublistMissing' },
    });
  });

  it('answers no to files that the pipeline would refuse: cut at a line, or of a day that has not come', () => {
    const whole = gunzipSync(readFileSync(join(shipped('ofac-2021-08-18'), 'sdn.csv.gz')));
    const folder = join(scratch, 'cut-at-a-line');
    mkdirSync(folder);
    writeFileSync(join(folder, 'sdn.csv'), whole.subarray(0, -1));
    expect(check(folder).report.lists[0]?.verdict).toMatchObject({ because: 'unreadable' });
    const options = { lists: shipped('bis-dpl-2021-07'), publishedOn: '2021-07-02', json: true };
    expect(listsCheck({ ...options, now: new Date('2021-07-02T00:00:00Z') })).toBe(0);
    written = '';
    expect(listsCheck({ ...options, now: new Date('2021-07-01T23:59:59Z') })).toBe(1);
    expect(written).toContain('"inTheFuture"');
  });

  it('could not tell from a folder without lists, or none at all', () => {
    const empty = join(scratch, 'empty');
    mkdirSync(empty);
    expect(() => listsCheck({ lists: empty })).toThrow('holds no list under an official name');
    expect(() => listsCheck({ lists: '/nowhere/at/all' })).toThrow('cannot be read');
  });

  it('prints a table for people, and names files that were left', () => {
    const folder = consolidated('noted', { 'notes.txt': 'x' });
    expect(listsCheck({ lists: folder })).toBe(0);
    expect(written).toMatch(/^list {7}verdict {3}parties {2}names/);
    expect(written).toMatch(/^ofac-cons {2}accepted {2}442 {6}1587/m);
    expect(written).toContain('left      notes.txt: no official name of a list');
  });
});
