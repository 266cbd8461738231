import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fencedBlocks } from './markdown.ts';
import { root } from './source-files.ts';

const out = mkdtempSync(join(tmpdir(), 'readme-screening-'));
afterAll(() => {
  rmSync(out, { recursive: true });
});

/** As a reader types it; only where it writes, and npm's own second of starting each command, are spared. */
function typed(block: string): string {
  return block
    .replaceAll('npm run -s kyc --', `"${process.execPath}" cli/main.ts`)
    .replaceAll('out/', `${out}/`);
}

/** What the documentation says is the answer. */
function sampleResult(): Record<string, unknown> {
  const block = fencedBlocks('docs/screening.md', 'json').find((each) => each.includes('"reasons"'));
  return JSON.parse(block ?? '{}') as Record<string, unknown>;
}

describe('"Only screening" of the README', () => {
  it('works as it stands, command by command, each in a process of its own', () => {
    const block = fencedBlocks('README.md', 'sh').find((each) => each.includes('kyc -- screen')) ?? '';
    expect(block.match(/kyc -- /g)).toHaveLength(5);
    const stdout = execFileSync('bash', ['-euo', 'pipefail', '-c', typed(block)], {
      ...{ cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    });
    const { outcome, matches, threshold } = sampleResult();
    const result: unknown = JSON.parse(readFileSync(join(out, 'results.ndjson'), 'utf8'));
    expect(result, 'docs/screening.md shows this result').toMatchObject({ outcome, matches, threshold });
    expect(stdout).toMatch(/^\{"id":"1","score":0\.\d+,"reasons":\[/m);
    expect(stdout).toMatch(/^SAME: 1 rows, byte for byte$/m);
    expect(stdout).toMatch(/^\{"id":"1","line":1,"change":"gone",/m);
    expect(stdout).toMatch(/^\{"change":"total","rows":1,"new":0,"gone":1,/m);
  });
});
