import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedAssembly } from '../support/assembly.ts';

const local = mkdtempSync(join(tmpdir(), 'kyc-local-'));
const repository = resolve(import.meta.dirname, '..', '..');

interface Answer {
  readonly code: number | null;
  readonly text: string;
}

function kyc(...args: string[]): ChildProcess {
  const env = { ...process.env, KYC_LOCAL: local };
  return spawn(process.execPath, ['cli/main.ts', ...args], { cwd: repository, env });
}

async function ask(...args: string[]): Promise<Answer> {
  const child = kyc(...args);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (text += String(part)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, text };
}

/** `kyc up`, and what it has printed. */
class RunningUp {
  readonly child = kyc('up', '--assembly', sharedAssembly(), '--storage', join(local, 'up'));
  #text = '';

  constructor() {
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (part) => (this.#text += String(part)));
    }
  }

  /** Resolves with what it printed once that has the form. */
  async says(form: RegExp): Promise<string> {
    while (!form.test(this.#text)) await once(this.child.stdout ?? this.child, 'data');
    return this.#text;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    this.child.kill(signal);
    const [code] = (await once(this.child, 'close')) as [number | null];
    return code;
  }
}

describe('a stage that runs on this machine', () => {
  let stage: RunningUp;
  let caseId = '';

  beforeAll(async () => {
    stage = new RunningUp();
    await stage.says(/as they come:/);
  });

  afterAll(async () => {
    await stage.end('SIGKILL');
  });

  it('says where the webhook is, its secret, and what to do next', async () => {
    const text = await stage.says(/as they come:/);
    expect(text).toMatch(/webhook +http:\/\/127\.0\.0\.1:\d+\/webhooks\/accounts/);
    expect(text).toMatch(/secret +[A-Za-z0-9]{44}/);
    expect(text).toContain('kyc -- send --sample');
  });

  it('takes a signed sample and prints what the provider is told of it', async () => {
    expect(await ask('send', '--sample', 'us-person')).toMatchObject({ code: 0 });
    expect(await stage.says(/permission\.changed +sample-us-person-\w+ +verified +full/)).toBeTruthy();
  });

  it('puts a listed name before two people, of whom the proposer is not the second', async () => {
    await ask('send', '--sample', 'listed-name');
    await stage.says(/case\.opened/);
    const listed = await ask('case', 'list');
    caseId = /case_[0-9a-f]{20}/.exec(listed.text)?.[0] ?? '';
    expect(listed.text).toContain('possibleMatch:c');
    expect((await ask('case', 'show', caseId, '--as', 'bob')).text).toContain('GHORBANIYAN');
    const verdict = ['--verdict', 'refuse', '--because', 'the date of birth agrees'];
    expect(await ask('case', 'decide', caseId, ...verdict)).toMatchObject({ code: 0 });
    expect(await ask('case', 'decide', caseId, ...verdict)).toMatchObject({ code: 1 });
  });

  it('goes on after a kill where it stood', async () => {
    await stage.end('SIGKILL');
    expect(await ask('case', 'list')).toMatchObject({ code: 2 });
    stage = new RunningUp();
    await stage.says(/as they come:/);
    const verdict = ['--verdict', 'refuse', '--because', 'the date of birth agrees', '--as', 'bob'];
    expect(await ask('case', 'decide', caseId, ...verdict)).toMatchObject({ code: 0 });
    expect(await stage.says(/account\.closure\.required/)).toContain('refused  none');
  });

  it('makes a certification and an audit log that verifies, and finds nothing parked', async () => {
    const report = await ask('report', 'certification', '--out', join(local, 'reports'));
    expect(report.text).toMatch(/[0-9a-f]{64} {2}\S+report\.html/);
    expect((await ask('inbox', 'list')).text).toContain('No event is parked.');
    await ask('lists', 'publish', 'data/lists/ofac-2021-08-18', '--published-on', '2021-08-18');
    const again = await ask('lists', 'publish', 'data/lists/ofac-2021-07', '--published-on', '2021-07-07');
    expect(again).toMatchObject({ code: 1 });
  });

  it('ends well on Ctrl-C', async () => {
    expect(await stage.end('SIGINT')).toBe(0);
  });
});
