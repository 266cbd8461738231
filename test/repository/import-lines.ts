import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { textOf } from './source-files.ts';

/** One import of one file. */
export interface ImportLine {
  readonly file: string;
  /** A path from the root for our own files; a package's name, or `node:…`, for others. */
  readonly target: string;
  /** The names taken, where the line lists them. */
  readonly names: readonly string[];
}

const statement = /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;
const named = /\{([^}]*)\}/;

export function importLines(file: string): ImportLine[] {
  const text = textOf(file);
  return [...text.matchAll(statement), ...text.matchAll(dynamic)].map(([line, specifier = '']) => ({
    file,
    target: targetOf(file, specifier),
    names: (named.exec(line)?.[1] ?? '')
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => name !== ''),
  }));
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) {
    return `node:${specifier.replace(/^node:/, '')}`;
  }
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
