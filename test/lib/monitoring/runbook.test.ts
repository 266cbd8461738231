import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { program } from '../../../cli/program.ts';
import { logMessages } from '../../../lambdas/runtime/log-messages.ts';
import { DeployedApp } from '../deployed-app.ts';
import { functionFolders } from '../deployed-functions.ts';
import { runbook, sectionsOf, shellBlocks } from './runbook.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const blocks = shellBlocks(runbook);
const shell = blocks.join('\n');

/** The command that words such as `inbox redrive evt_1` mean. */
function commandOf(words: readonly string[]): Command {
  let command = program(() => undefined);
  for (const word of words) {
    const next = command.commands.find((each) => each.name() === word);
    if (!next) break;
    command = next;
  }
  return command;
}

/** Files that send their reader to a heading of the runbook. */
function references(): { file: string; heading: string }[] {
  const files = ['lib', 'lambdas', 'statemachines', 'cli', 'domain'].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folder, file),
    ),
  );
  return files
    .filter((file) => /\.(ts|json)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(repository, file), 'utf8');
      const after = [...text.matchAll(/runbook\.md`?, "?([A-Z][a-z ]+[a-z])/g)];
      const before = [...text.matchAll(/"([A-Z][a-z ]+)" in docs\/runbook\.md/g)];
      return [...after, ...before].map(([, heading = '']) => ({ file, heading }));
    });
}

describe('the runbook', () => {
  it('holds shell that bash can read', () => {
    expect(blocks.length).toBeGreaterThan(20);
    for (const block of blocks) execFileSync('bash', ['-n'], { input: block });
  });

  it('names commands and options that the command line knows', () => {
    const lines = [...shell.matchAll(/npm run -s kyc -- (.+)/g)].map(([, line = '']) => line.split(' '));
    expect(lines.length).toBeGreaterThan(5);
    for (const words of lines) {
      const command = commandOf(words);
      const options = words.filter((word) => word.startsWith('--'));
      const known = command.options.map(({ long }) => long);
      expect(command.commands, `kyc ${words.join(' ')}`).toEqual([]);
      expect(
        options.filter((option) => !known.includes(option)),
        `kyc ${words.join(' ')}`,
      ).toEqual([]);
    }
  });

  it('asks the logs for codes that are logged', () => {
    const asked = [...shell.matchAll(/\bcode (?:= |in \[)((?:"[A-Z_]+"(?:, )?)+)/g)].flatMap(
      ([, codes = '']) => [...codes.matchAll(/[A-Z_]+/g)].map(([code]) => code),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((code) => !Object.hasOwn(logMessages, code))).toEqual([]);
  });

  it('names outputs, functions and logs that are deployed', () => {
    const app = new DeployedApp();
    const outputs = [...shell.matchAll(/\$\(out (\w+)\)/g)].map(([, name = '']) => name);
    expect(outputs.filter((name) => !app.outputs.includes(name))).toEqual([]);
    const functions = [...shell.matchAll(/\$\(fn ([a-z-]+)\)/g)].map(([, name = '']) => name);
    expect(functions.filter((name) => !functionFolders.includes(name))).toEqual([]);
    const groups = app.ofType('AWS::Logs::LogGroup').map(({ name }) => name);
    const logs = [...shell.matchAll(/@log like \/(\w+)\//g)].map(([, name = '']) => name);
    expect(logs.filter((part) => !groups.some((group) => group.includes(part)))).toEqual([]);
    expect([outputs.length, functions.length, logs.length].every((length) => length > 2)).toBe(true);
  });

  it('has every heading that code and state machines send their reader to', () => {
    const headings = sectionsOf(runbook, 2).map(({ heading }) => heading);
    const found = references();
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter(({ heading }) => !headings.includes(heading))).toEqual([]);
  });
});
