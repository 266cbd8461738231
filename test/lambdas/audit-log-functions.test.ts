import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import { sequenceAuditLog } from '../../lambdas/sequence-audit-log/sequence-audit-log.ts';
import {
  AuditLogNotVerifiedError,
  LogTooLargeError,
  verifyAuditLog,
} from '../../lambdas/verify-audit-log/verify-audit-log.ts';
import { auditEntries } from '../domain/audit/audit-entries.ts';
import { MemoryLog } from '../domain/audit/memory-log.ts';

const always = () => true;
const never = () => false;

async function sequenced(entries: number): Promise<MemoryLog> {
  const log = new MemoryLog();
  log.put(...auditEntries(entries));
  await sequenceAuditLog(log.ports, always)();
  return log;
}

describe('sequencing the audit log', () => {
  it('goes on batch by batch until no entry waits', async () => {
    const log = new MemoryLog();
    log.put(...auditEntries(1500));
    const { integrated, treeSize } = await sequenceAuditLog(log.ports, always)();
    expect([integrated, treeSize]).toEqual([1500, 1500]);
    expect(log.publishedSizes).toEqual([1024, 1500]);
  });

  it('begins no batch without time for it, and the next run does the rest', async () => {
    const log = new MemoryLog();
    log.put(...auditEntries(1500));
    expect(await sequenceAuditLog(log.ports, never)()).toMatchObject({ integrated: 1024 });
    expect(await sequenceAuditLog(log.ports, never)()).toMatchObject({ integrated: 476, treeSize: 1500 });
  });

  it('changes nothing when nothing waits', async () => {
    const log = await sequenced(3);
    const { rootHash } = log.current;
    expect(await sequenceAuditLog(log.ports, always)()).toEqual({ integrated: 0, treeSize: 3, rootHash });
  });
});

describe('verifying the audit log', () => {
  const verify = ({ ports }: MemoryLog) => verifyAuditLog(ports)();

  it('says how many entries it re-derived', async () => {
    expect(await verify(await sequenced(300))).toEqual({ size: 300 });
  });

  it('fails by name and place when a stored entry was changed', async () => {
    const log = await sequenced(300);
    const [path, bundle] = [...log.objects].find(([key]) => key.startsWith('tile/entries/')) ?? ['', null];
    log.objects.set(
      path,
      Uint8Array.from(bundle ?? [], (byte, index) => (index === 40 ? byte ^ 1 : byte)),
    );
    const verified = verify(log);
    await expect(verified).rejects.toBeInstanceOf(AuditLogNotVerifiedError);
    await expect(verified).rejects.toThrow(/did not verify at .*"entry":0/);
  });

  it('believes the key that KMS names, not one that fits the log', async () => {
    const { ports } = await sequenced(3);
    const { signer } = new MemoryLog();
    await expect(verifyAuditLog({ ...ports, signer })()).rejects.toBeInstanceOf(AuditLogNotVerifiedError);
  });

  it('fails when the stored log was put back to an older state, perfect as that is', async () => {
    const log = await sequenced(3);
    const { checkpoint } = log;
    log.put(...auditEntries(10).slice(3));
    await sequenceAuditLog(log.ports, always)();
    log.checkpoint = checkpoint;
    await expect(verify(log)).rejects.toBeInstanceOf(AuditLogNotVerifiedError);
  });

  it('says what to raise when the copy of the log does not fit on the disk', async () => {
    const { ports } = await sequenced(3);
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    const verified = verifyAuditLog({ ...ports, writeCopy: () => Promise.reject(full) })();
    await expect(verified).rejects.toBeInstanceOf(LogTooLargeError);
    await expect(verified).rejects.toThrow('(3 entries) does not fit');
  });
});
