import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { synthesise } from '../../local/synthesis.ts';
import { makeListedStorage } from './listed-storage.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The synthesised app, made once for all tests: what is deployed is what is tested. */
    assembly: string;
    /** See `makeListedStorage`. */
    listedStorage: string;
  }
}

const outdir = fileURLToPath(new URL('../../.local/test-assembly', import.meta.url));

export default async function setup(project: TestProject): Promise<() => void> {
  mkdirSync(outdir, { recursive: true });
  await synthesise({ outdir });
  const listedStorage = await makeListedStorage(outdir);
  project.provide('assembly', outdir);
  project.provide('listedStorage', listedStorage);
  process.env.KYC_ASSEMBLY = outdir;
  return () => {
    rmSync(listedStorage, { recursive: true, force: true });
  };
}
