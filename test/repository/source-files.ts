import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..', '..');

/** The folders that hold our code. */
export const codeFolders = ['bin', 'lib', 'lambdas', 'domain', 'adapters', 'local', 'cli'] as const;

/** What is made and not kept: the folders `.gitignore` names, and git's own. */
const ignored = new Set([
  '.git',
  ...textOf('.gitignore')
    .split('\n')
    .filter((line) => line.endsWith('/'))
    .map((line) => line.slice(0, -1)),
]);

/** All files under these folders, or under the root, as sorted paths from the root. */
export function repositoryFiles(...folders: string[]): string[] {
  return (folders.length === 0 ? [''] : folders).flatMap((folder) => [...walk(folder)]).sort();
}

export function sourceFiles(...folders: string[]): string[] {
  return repositoryFiles(...folders).filter((path) => path.endsWith('.ts'));
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !ignored.has(entry.name)) yield* walk(path);
    if (entry.isFile()) yield path;
  }
}
