import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import { run, type ExitCode } from '../../../cli/run.ts';

const data = (path: string) => fileURLToPath(new URL(`../../../data/${path}`, import.meta.url));

export const consolidated = data('lists/ofac-consolidated-2025-12');
export const denied = data('lists/bis-dpl-2022-09');
export const shippedPolicy = data('policies/provider-default.json');
export const anotherPolicy = data('policies/us-ofac.json');

/** A party of the Consolidated list, and one of no list. */
export const haniya = { id: 'h', name: 'Ismail Haniya', kind: 'individual', birthDate: '1962' };
export const nobody = { id: 'n', name: 'Wholly Different' };

/** What the command has written to each stream since the test began. */
export const written = { stdout: '', stderr: '' };

export const scratch = mkdtempSync(join(tmpdir(), 'screening-'));
export const place = (name: string) => join(scratch, name);
/** The Consolidated list, compiled by whoever screens first. */
export const index = place('lists.index');

/** Keeps what commands write from the terminal, and takes the scratch folder away in the end. */
export function keepOutput(): void {
  beforeEach(() => {
    [written.stdout, written.stderr] = ['', ''];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((written.stderr += String(text))));
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((written.stdout += String(text))));
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });
}

/** Writes a file of these lines, texts as they are and all else as JSON. */
export function write(name: string, ...lines: readonly unknown[]): string {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(place(name), texts.map((text) => `${text}\n`).join(''));
  return place(name);
}

export const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');
export const rowsOf = <T>(file: string) => linesOf(file).map((line) => JSON.parse(line) as T);

export interface ScreeningRun {
  readonly code: ExitCode;
  readonly input: string;
  readonly out: string;
}

/** Screens these lines against the Consolidated list. */
export async function screened(
  name: string,
  lines: readonly unknown[],
  ...options: readonly string[]
): Promise<ScreeningRun> {
  const [input, out] = [write(`${name}.in`, ...lines), place(`${name}.out`)];
  const places = ['--lists', consolidated, '--index', index, '--input', input, '--out', out];
  return { code: await run(['screen', ...places, ...options]), input, out };
}
