import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Everything the synthesised app is made from. */
const sources = [
  'bin',
  'lib',
  'lambdas',
  'domain',
  'adapters',
  'statemachines',
  'data',
  'cdk.json',
  'package-lock.json',
] as const;
const fingerprintFile = 'fingerprint';

export interface SynthesisOptions {
  /** Where the cloud assembly goes, `cdk.out` by custom. */
  readonly outdir: string;
  /** The checkout to synthesise; this one if left out. */
  readonly repository?: string;
}

const thisRepository = resolve(import.meta.dirname, '..');

/**
 * Synthesises the app into `outdir`, unless what lies there was made from the same sources.
 * @throws Error with what the app wrote to standard error
 */
export async function synthesise({ outdir, repository = thisRepository }: SynthesisOptions): Promise<void> {
  const marker = join(outdir, fingerprintFile);
  const current = fingerprint(sources.map((source) => join(repository, source)));
  if (existsSync(marker) && readFileSync(marker, 'utf8') === current) return;
  // Bundles of before would stay for ever; what is no assembly is somebody else's.
  if (existsSync(join(outdir, 'manifest.json'))) rmSync(outdir, { recursive: true });
  mkdirSync(outdir, { recursive: true });
  await runApp(repository, resolve(outdir));
  writeFileSync(marker, current);
}

async function runApp(repository: string, outdir: string): Promise<void> {
  try {
    await run(process.execPath, [join('bin', 'app.ts')], {
      cwd: repository,
      env: { ...process.env, CDK_OUTDIR: outdir },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    throw new Error(`bin/app.ts could not be synthesised:\n${stderr.trim() || message}`, { cause: error });
  }
}

/** A digest of the names and contents of files, whole directories included. */
function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const stat = existsSync(path) ? statSync(path) : undefined;
  if (!stat) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
    return;
  }
  hash.update(`${path}\0${stat.size}\0`).update(readFileSync(path));
}
