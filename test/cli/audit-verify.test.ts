import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditVerify, type AuditVerifyOptions } from '../../cli/audit-verify.ts';
import { auditEntries } from '../domain/audit/audit-entries.ts';
import { exportToFolder, logOf } from '../domain/audit/exported-log.ts';

const now = new Date('2026-02-01T08:00:00Z');

describe('audit verify', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await exportToFolder(await logOf(auditEntries(3)));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const run = async (options: AuditVerifyOptions = {}, directory = folder) => {
    const lines: string[] = [];
    const code = await auditVerify(directory, { now, ...options }, (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  };

  it('says what was verified, by whom it was signed and when, and exits 0', async () => {
    const { code, text } = await run();
    expect(code).toBe(0);
    expect(text).toContain('VERIFIED: every entry, tile and signature of the log audit.example.com/kyc');
    expect(text).toMatch(/entries\s+3\n/);
    expect(text).toContain('2026-02-01T08:00:00.000Z');
    expect(text).toContain('compare it with the one you were given');
    expect(text).toContain('An older copy of the same log would verify too');
  });

  it('prints what to pass next time, and takes it', async () => {
    const next = /--at-least (\S+)/.exec((await run()).text)?.[1] ?? '';
    const vkey = /key {2,}(\S+)/.exec((await run()).text)?.[1] ?? '';
    const { code, text } = await run({ atLeast: next, vkey });
    expect(code).toBe(0);
    expect(text).not.toContain('compare it with');
    expect(text).not.toContain('older copy');
  });

  it('names the first bad place, what was expected, what was found and what to do, and exits 1', async () => {
    const { code, text } = await run({ atLeast: '4' });
    expect(code).toBe(1);
    expect(text).toContain('NOT VERIFIED: the log is shorter than it was');
    expect(text).toMatch(/first bad place {2,}checkpoint/);
    expect(text).toMatch(/expected {2,}at least 4 entries/);
    expect(text).toMatch(/found {2,}3 entries/);
    expect(text).toContain('docs/runbook.md');
  });

  it('exits 1 on an empty folder: an emptied log is not a log nobody can judge', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'audit-empty-'));
    const { code, text } = await run({}, empty);
    rmSync(empty, { recursive: true });
    expect(code).toBe(1);
    expect(text).toContain('checkpoint');
  });

  it('exits 2 when there is no such folder, or an option cannot be read', async () => {
    expect((await run({}, join(folder, 'none'))).code).toBe(2);
    expect((await run({ vkey: 'x' })).code).toBe(2);
    const { code, text } = await run({ atLeast: 'many' });
    expect(code).toBe(2);
    expect(text).toContain('expected SIZE or SIZE:ROOT');
  });
});
