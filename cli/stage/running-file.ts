import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { StageNames } from './stage-names.ts';

/** How the other commands find what `kyc up` keeps running. */
const RunningFile = z.object({
  pid: z.int(),
  endpoint: z.url(),
  region: z.string(),
  /** Directory of the storage, where the local people have their secrets. */
  storage: z.string(),
  names: StageNames,
});
export type RunningFile = z.infer<typeof RunningFile>;

/** Everything local lies here; KYC_LOCAL puts it elsewhere, so that several stages can run side by side. */
export const localDirectory = resolve(
  process.env.KYC_LOCAL ?? join(import.meta.dirname, '..', '..', '.local'),
);
const path = join(localDirectory, 'running.json');

export function writeRunning(file: RunningFile): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(file, undefined, 2)}\n`, { mode: 0o600 });
}

export function removeRunning(): void {
  rmSync(path, { force: true });
}

/** Null when nothing runs, or when what did was killed. */
export function findRunning(): RunningFile | null {
  if (!existsSync(path)) return null;
  const parsed = RunningFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
