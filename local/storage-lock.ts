import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Another live process holds the storage. */
export class StorageInUseError extends Error {
  override readonly name = 'StorageInUseError';
}

// A lock of this very process id can be left over from a killed one: ids repeat, in containers at every start.
const heldHere = new Set<string>();

/**
 * Takes the storage for this process. The lock of a process that is gone is taken over.
 * @returns what gives it back
 * @throws StorageInUseError naming the process that holds it
 */
export function lockStorage(storage: string): () => void {
  mkdirSync(storage, { recursive: true });
  const path = resolve(join(storage, 'lock'));
  const holder = existsSync(path) ? Number(readFileSync(path, 'utf8')) : undefined;
  if (holder !== undefined && (holder === process.pid ? heldHere.has(path) : isAlive(holder))) {
    throw new StorageInUseError(
      `${storage} is in use by process ${holder}; stop it, or choose another folder (environment variable KYC_LOCAL)`,
    );
  }
  writeFileSync(path, String(process.pid));
  heldHere.add(path);
  return () => {
    heldHere.delete(path);
    rmSync(path, { force: true });
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
