import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../cli/run.ts';
import { sha256 } from '../../../domain/lists/list-digest.ts';
import { audited, change, dropParty, proofFolder } from './proof-folder.ts';
import { index, keepOutput, nobody, place, screened, written } from './screening-runs.ts';

keepOutput();

/** As if the determination had been audited as it now stands. */
function vouchAgain(folder: string): void {
  const line = readFileSync(join(folder, 'determinations.ndjson'), 'utf8').trimEnd();
  change(
    folder,
    'proof.json',
    /"determinations":\[.*?\]/,
    `"determinations":[${JSON.stringify(audited(line))}]`,
  );
}

const erased = { id: '2/n', because: 'erased', detail: 'nobody can unseal them' };

describe('kyc replay of a folder that kyc proof wrote', () => {
  it('says the same of all of it, and needs no other option', async () => {
    expect(await run(['replay', await proofFolder('whole')])).toBe(0);
    expect(written.stdout).toMatch(/^results-1\.ndjson\nSAME: 2 rows, byte for byte\n/);
  });

  it('names the row and the field of a result that was changed', async () => {
    const folder = await proofFolder('changed');
    change(folder, 'results-1.ndjson', '"entryId":"9639"', '"entryId":"9640"');
    expect(await run(['replay', folder])).toBe(1);
    expect(written.stdout).toContain('  row        "2/h"\n  field      /matches/0/entryId\n');
  });

  it('could not tell where something was erased, though all else is the same', async () => {
    const folder = await proofFolder('erased', { notReplayable: [erased] });
    dropParty(folder, 'n');
    expect(await run(['replay', folder])).toBe(2);
    expect(written.stdout).toContain('SAME: 1 rows');
    expect(written.stdout).toContain('COULD NOT TELL: 2/n: erased: nobody can unseal them\n');
  });

  it('is never the same where there is nothing to screen', async () => {
    expect(await run(['replay', await proofFolder('empty', { replays: [], determinations: [] })])).toBe(2);
  });

  it('could not tell by another matcher, and says which version it takes', async () => {
    const folder = await proofFolder('matcher');
    for (const file of ['results-1.ndjson', 'determinations.ndjson'])
      change(folder, file, /"matcherVersion":"words-/g, '"matcherVersion":"older-');
    vouchAgain(folder);
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

  it('names a party whose lines were taken out of the rows', async () => {
    const folder = await proofFolder('deleted');
    dropParty(folder, 'h');
    expect(await run(['replay', folder])).toBe(1);
    expect(written.stdout).toContain('CHANGED: 2/h: expected one row, or why there is none');
  });

  it('names a party that was erased when the list of what cannot be replayed was emptied', async () => {
    const folder = await proofFolder('emptied', { notReplayable: [erased] });
    dropParty(folder, 'n');
    change(folder, 'proof.json', /"notReplayable":\[.*\]/, '"notReplayable":[]');
    expect(await run(['replay', folder])).toBe(1);
    expect(written.stdout).toContain('CHANGED: 2/n: expected one row, or why there is none');
  });

  it('could not tell what the rows are of when the list of determinations was emptied', async () => {
    expect(await run(['replay', await proofFolder('unvouched', { determinations: [] })])).toBe(2);
    expect(written.stdout).toContain('COULD NOT TELL: neither a determination nor a run is named');
  });

  it('names a row that screens the same and is not what was determined', async () => {
    const folder = await proofFolder('forged');
    change(folder, 'determinations.ndjson', '"entryId":"9639"', '"entryId":"9640"');
    vouchAgain(folder);
    expect(await run(['replay', folder])).toBe(1);
    expect(written.stdout).toContain('SAME: 2 rows');
    expect(written.stdout).toContain(
      'CHANGED: 2/h: /matches/0/entryId: expected "9640" as determined, found "9639"',
    );
  });

  it('says of which party alone it is, and asks for no row of another', async () => {
    const folder = await proofFolder('party', { party: 'h' });
    dropParty(folder, 'n');
    expect(await run(['replay', folder])).toBe(0);
    expect(written.stdout).toContain('only of party h: nothing is shown of any other\n');
  });

  it('says of a run that no determination stands behind it, and takes no row of anything else', async () => {
    expect(await run(['replay', await proofFolder('run', { determinations: [], run: '2' })])).toBe(0);
    expect(written.stdout).toContain('of the re-screening run 2: no determination stands behind the rows\n');
    expect(await run(['replay', await proofFolder('other-run', { determinations: [], run: '3' })])).toBe(1);
    expect(written.stdout).toContain('CHANGED: 2/h: expected nothing of this name');
  });

  it.each(['../a.idx', '/a.idx', 'sub/a.idx', '..', 'a\\b', 'a\nb'])(
    'opens no file called %j',
    async (file) => {
      const replay = { results: 'results-1.ndjson', input: 'parties-1.ndjson', index: file, missing: null };
      const folder = await proofFolder(`path-${sha256(file)}`, { replays: [replay] });
      expect(await run(['replay', folder])).toBe(2);
      expect(written.stderr).toContain('/replays/0/index: expected a plain file name of this folder');
    },
  );

  it('passes over no results that name neither an index nor why there is none', async () => {
    const replay = { results: 'results-1.ndjson', input: 'parties-1.ndjson', index: null, missing: null };
    expect(await run(['replay', await proofFolder('nameless', { replays: [replay] })])).toBe(2);
    expect(written.stderr).toContain('/replays/0: expected either an index or why it is missing');
  });

  it('prints nothing from the manifest that a terminal would obey or that looks like another line', async () => {
    const detail = 'gone\u001b[2K\r\nSAME: 9 rows\u2028\u202e';
    const folder = await proofFolder('control', { notReplayable: [{ ...erased, detail }] });
    dropParty(folder, 'n');
    expect(await run(['replay', folder])).toBe(2);
    expect(written.stdout).toContain('COULD NOT TELL: 2/n: erased: gone[2KSAME: 9 rows\n');
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
