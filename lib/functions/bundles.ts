import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const lambdas = fileURLToPath(new URL('../../lambdas', import.meta.url));

let bundled: string | undefined;

/**
 * The directory of one function's bundle, `index.mjs`. All functions are bundled at the first call, in one run of
 * esbuild: a run for each, as CDK's `NodejsFunction` makes them, takes several times as long.
 */
export function bundleDirectory(name: string): string {
  bundled ??= bundleAll();
  return join(bundled, name);
}

function bundleAll(): string {
  const directory = mkdtempSync(join(tmpdir(), 'iaas-kyc-bundles-'));
  // Synthesis copies each bundle into the assembly before the process ends.
  process.once('exit', () => {
    rmSync(directory, { recursive: true, force: true });
  });
  const names = readdirSync(lambdas).filter((name) => name !== 'runtime');
  buildSync({
    entryPoints: names.map((name) => ({ in: join(lambdas, name, 'handler.ts'), out: `${name}/index` })),
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    // Error names are facts the state machines act on; minified class names would not be.
    keepNames: true,
    // Some dependencies still `require` node's own modules, which ESM bundles lack; others import `createRequire` by name.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  });
  return directory;
}
