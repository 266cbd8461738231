import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../cli/run.ts';
import { sha256 } from '../../../domain/lists/list-digest.ts';
import type { ProofManifest } from '../../../domain/screening/proof/proof-manifest.ts';
import { haniya, index, keepOutput, nobody, place, screened, written } from './screening-runs.ts';

keepOutput();

const determination = '{"key":"evt#00000002"}';
const audited = {
  ...{ key: 'evt#00000002', at: '2026-03-02T09:00:00.000Z', auditEntry: 'account#acct_1#2' },
  ...{ sha256: sha256(determination), audited: sha256(determination) },
};

/** A folder as `kyc proof` writes it, of what was just screened. */
async function proofFolder(name: string, of: Partial<ProofManifest> = {}): Promise<string> {
  const { input, out } = await screened(name, [nobody, haniya]);
  const folder = place(name);
  mkdirSync(folder);
  copyFileSync(out, join(folder, 'results-1.ndjson'));
  copyFileSync(input, join(folder, 'parties-1.ndjson'));
  copyFileSync(index, join(folder, 'a.idx'));
  writeFileSync(join(folder, 'determinations.ndjson'), `${determination}\n`);
  const replay = { results: 'results-1.ndjson', input: 'parties-1.ndjson', index: 'a.idx', missing: null };
  const whole = { v: 1, account: 'acct_1', determinations: [audited], replays: [replay], notReplayable: [] };
  writeFileSync(join(folder, 'proof.json'), JSON.stringify({ ...whole, ...of }));
  return folder;
}

function change(folder: string, file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'latin1').replace(from, to), 'latin1');
}

const erased = { id: '2/p_1', because: 'erased', detail: 'nobody can unseal them' };

describe('kyc replay of a folder that kyc proof wrote', () => {
  it('says the same of all of it, and needs no other option', async () => {
    expect(await run(['replay', await proofFolder('whole')])).toBe(0);
    expect(written.stdout).toMatch(/^results-1\.ndjson\nSAME: 2 rows, byte for byte\n/);
  });

  it('names the row and the field of a result that was changed', async () => {
    const folder = await proofFolder('changed');
    change(folder, 'results-1.ndjson', '"entryId":"9639"', '"entryId":"9640"');
    expect(await run(['replay', folder])).toBe(1);
    expect(written.stdout).toContain('  row        "h"\n  field      /matches/0/entryId\n');
  });

  it('could not tell where something was erased, though all else is the same', async () => {
    expect(await run(['replay', await proofFolder('erased', { notReplayable: [erased] })])).toBe(2);
    expect(written.stdout).toContain('SAME: 2 rows');
    expect(written.stdout).toContain('COULD NOT TELL: 2/p_1: erased: nobody can unseal them\n');
  });

  it('is never the same where there is nothing to screen', async () => {
    expect(await run(['replay', await proofFolder('empty', { replays: [] })])).toBe(2);
  });

  it('could not tell by another matcher, and says which version it takes', async () => {
    const folder = await proofFolder('matcher');
    change(folder, 'results-1.ndjson', /"matcherVersion":"words-/g, '"matcherVersion":"older-');
    expect(await run(['replay', folder])).toBe(2);
    expect(written.stdout).toMatch(/COULD NOT TELL: matcherVersion: recorded older-.*, here words-/);
  });

  it('could not tell by an index of an older form, and does not ask to compile another', async () => {
    const folder = await proofFolder('format');
    change(folder, 'a.idx', /"format":\d/, '"format":1');
    expect(await run(['replay', folder])).toBe(2);
    expect(written.stdout).toMatch(/expected format \d, found format 1/);
    expect(written.stdout).toContain('the version of this software that wrote it');
    expect(written.stdout).not.toMatch(/compile/i);
  });

  it('answers no where the determinations are not those that were taken out', async () => {
    const folder = await proofFolder('determinations');
    writeFileSync(join(folder, 'determinations.ndjson'), '{}\n');
    expect(await run(['replay', folder])).toBe(1);
    expect(written.stdout).toContain('CHANGED: determinations.ndjson line 1, evt#00000002');
  });

  it('could not tell of a folder that is none', async () => {
    mkdirSync(place('none'));
    expect(await run(['replay', place('none')])).toBe(2);
    expect(written.stderr).toContain('proof.json cannot be read');
  });
});

it('kyc replay of a file still asks for what was screened', async () => {
  const { out } = await screened('file', [nobody]);
  expect(await run(['replay', out, '--index', index])).toBe(2);
  expect(written.stderr).toContain('--input FILE is missing');
});
