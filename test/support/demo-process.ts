import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Summary } from '../../cli/demo/summary.ts';
import { sharedAssembly } from './assembly.ts';

export interface DemoRun {
  /** Holds `storage` and `out`. */
  readonly directory: string;
  readonly accounts: number;
  readonly assembly?: string;
}

export interface DemoEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly stdout: string;
}

const repository = resolve(import.meta.dirname, '..', '..');

/** Runs `kyc demo` as a process of its own. @param onLine is given each line of progress */
export async function runDemo(
  { directory, accounts, assembly = sharedAssembly() }: DemoRun,
  onLine: (line: string, child: ChildProcess) => void = () => undefined,
): Promise<DemoEnd> {
  const places = ['--storage', join(directory, 'storage'), '--out', join(directory, 'out')];
  const args = ['cli/main.ts', 'demo', '--accounts', String(accounts), '--assembly', assembly, ...places];
  const child = spawn(process.execPath, args, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const line of text.split('\n')) if (line !== '') onLine(line, child);
  });
  return new Promise((done, fail) => {
    child.once('error', fail).once('close', (code, signal) => {
      done({ code, signal, stderr, stdout });
    });
  });
}

export function summaryIn(directory: string): Summary {
  return JSON.parse(readFileSync(join(directory, 'out', 'summary.json'), 'utf8')) as Summary;
}
