import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../cli/demo/random.ts';
import type { Summary } from '../../cli/demo/summary.ts';
import { runDemo, summaryIn, type DemoEnd } from '../support/demo-process.ts';

const seed = 20211015;
const kills = 10;
const accounts = 40;

// Of the time an unkilled year takes on this machine: ten kills, at half of that on average, stay within the year.
const latestShare = 1 / 8;
// A minute and a half on two idle cores. A step that hangs ends its process by itself, so this is only for a busy machine.
const busyMs = 600_000;
const marker = 'the app is deployed into the embedded AWS';

/** What must be the same, however often the process was killed; audit entries of looking at a case may repeat. */
function countsOf({ accounts: counted, screening, expectations, audit, notices, reports }: Summary) {
  const { planted, found, missed } = expectations;
  const { 'account.assessed': applied, 'report.recorded': recorded } = audit.actions;
  return {
    ...{ counted, screening, planted, found, missed, applied, recorded },
    ...{
      notices: notices.byType,
      verified: audit.verified,
      decisions: audit.decisions,
      files: reports.length,
    },
  };
}

async function runAndKill(directory: string, afterMs: number): Promise<DemoEnd> {
  let timer: NodeJS.Timeout | undefined;
  let isDeployed = false;
  const end = await runDemo({ directory, accounts }, (line: string, child: ChildProcess) => {
    if (isDeployed) timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
    isDeployed ||= line === marker;
  });
  clearTimeout(timer);
  return end;
}

async function killedTenTimes(directory: string, latestMs: number): Promise<DemoEnd[]> {
  const random = seededRandom(seed);
  const ends: DemoEnd[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    ends.push(await runAndKill(directory, random.below(latestMs)));
    if (ends.at(-1)?.code === 0) break;
  }
  if (ends.at(-1)?.code !== 0) ends.push(await runDemo({ directory, accounts }));
  return ends;
}

describe(`a demonstration killed at ${kills} moments of seed ${seed}`, () => {
  const [killed, unkilled] = ['killed-', 'unkilled-'].map((name) => mkdtempSync(join(tmpdir(), name)));
  let ends: DemoEnd[] = [];

  beforeAll(async () => {
    const reference = await runDemo({ directory: unkilled ?? '', accounts });
    expect(reference.stderr).not.toContain('did not end');
    const yearMs = summaryIn(unkilled ?? '').seconds * 1000;
    ends = await killedTenTimes(killed ?? '', Math.round(yearMs * latestShare));
  }, busyMs);

  it('was killed, again and again, before it came to its end', () => {
    expect(ends.filter(({ signal }) => signal === 'SIGKILL').length).toBeGreaterThan(7);
  });

  it('comes to its end with every planted case as expected', () => {
    expect(ends.at(-1)?.stderr).not.toContain('expected');
    expect(ends.at(-1)?.code).toBe(0);
  });

  it('loses no account, decides none twice, and counts as one that nobody killed', () => {
    expect(countsOf(summaryIn(killed ?? ''))).toEqual(countsOf(summaryIn(unkilled ?? '')));
  });

  it('says how often it was started', () => {
    expect(summaryIn(killed ?? '').starts).toBeGreaterThan(1);
    expect(summaryIn(unkilled ?? '').starts).toBe(1);
  });
});
