import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synthesise } from '../../local/synthesis.ts';

/** An app that appends a line to a file of its output at every run. */
const countingApp = `import { appendFileSync } from 'node:fs';
appendFileSync(process.env.CDK_OUTDIR + '/runs', 'x');`;

function checkout(app: string): { repository: string; outdir: string } {
  const repository = mkdtempSync(join(tmpdir(), 'checkout-'));
  mkdirSync(join(repository, 'bin'));
  writeFileSync(join(repository, 'bin', 'app.ts'), app);
  return { repository, outdir: join(repository, 'cdk.out') };
}

describe('synthesising the app', () => {
  it('runs again only when a source has changed', async () => {
    const options = checkout(countingApp);
    const runs = () => readFileSync(join(options.outdir, 'runs'), 'utf8').length;
    await synthesise(options);
    await synthesise(options);
    expect(runs()).toBe(1);
    mkdirSync(join(options.repository, 'domain', 'deep'), { recursive: true });
    writeFileSync(join(options.repository, 'domain', 'deep', 'rule.ts'), '');
    await synthesise(options);
    expect(runs()).toBe(2);
  });

  it('leaves nothing of the assembly before, and nothing alone that is none', async () => {
    const options = checkout(`import { writeFileSync } from 'node:fs';
for (const name of ['manifest.json', 'asset.' + process.pid]) writeFileSync(process.env.CDK_OUTDIR + '/' + name, '');`);
    mkdirSync(options.outdir);
    writeFileSync(join(options.outdir, 'mine.txt'), '');
    await synthesise(options);
    expect(readdirSync(options.outdir)).toContain('mine.txt');
    writeFileSync(join(options.repository, 'cdk.json'), '{}');
    await synthesise(options);
    const assets = readdirSync(options.outdir).filter((name) => name.startsWith('asset.'));
    expect(assets).toHaveLength(1);
  });

  it('tells what the app wrote to standard error, and tries again the next time', async () => {
    const options = checkout(`console.error('unknown context key "stag"'); process.exit(1);`);
    await expect(synthesise(options)).rejects.toThrow('unknown context key "stag"');
    expect(existsSync(join(options.outdir, 'fingerprint'))).toBe(false);
  });
});
