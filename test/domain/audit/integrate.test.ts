import { describe, expect, it } from 'vitest';
import {
  CheckpointConflictError,
  RightEdgeBrokenError,
  TileConflictError,
} from '../../../domain/audit/audit-log-errors.ts';
import { integrate } from '../../../domain/audit/integrate.ts';
import { auditEntries } from './audit-entries.ts';
import { integrateAll, logOf } from './exported-log.ts';
import { MemoryLog } from './memory-log.ts';

const batchSize = 256;

describe('the sequencer', () => {
  it('publishes the checkpoint of an empty log, so that there is something to verify from the first day', async () => {
    const log = new MemoryLog();
    expect(await integrate(log.ports, { batchSize })).toMatchObject({ integrated: 0, treeSize: 0 });
    expect(log.publishedHead?.size).toBe(0);
  });

  it('appends one batch a call and says how the log stands', async () => {
    const log = new MemoryLog();
    log.put(...auditEntries(300));
    expect(await integrate(log.ports, { batchSize })).toMatchObject({ integrated: 256, treeSize: 256 });
    const second = await integrate(log.ports, { batchSize });
    expect(second).toMatchObject({ integrated: 44, treeSize: 300 });
    expect(await integrate(log.ports, { batchSize })).toEqual({ ...second, integrated: 0 });
    expect(log.publishedSizes).toEqual([256, 300]);
  });

  it('publishes the checkpoint again when it was lost', async () => {
    const log = await logOf(auditEntries(3));
    const before = log.publishedHead;
    log.checkpoint = null;
    await integrate(log.ports, { batchSize });
    expect(log.publishedHead).toEqual(before);
  });

  it('builds on nothing when a partial tile was replaced', async () => {
    const log = await logOf(auditEntries(3));
    log.objects.set('tile/0/000.p/3', Buffer.alloc(96));
    log.put(...auditEntries(5).slice(3));
    await expect(integrate(log.ports, { batchSize })).rejects.toThrow(RightEdgeBrokenError);
    expect(log.publishedSizes).toEqual([3]);
  });

  it('builds on nothing when the partial bundle was replaced', async () => {
    const log = await logOf(auditEntries(3));
    log.objects.set('tile/entries/000.p/3', Buffer.alloc(96));
    log.put(...auditEntries(5).slice(3));
    await expect(integrate(log.ports, { batchSize })).rejects.toThrow('tile/entries/000.p/3');
  });

  it('publishes nothing when a path it has to write holds other bytes', async () => {
    const log = await logOf(auditEntries(3));
    log.objects.set('tile/0/000.p/5', Buffer.alloc(160));
    log.put(...auditEntries(5).slice(3));
    await expect(integrate(log.ports, { batchSize })).rejects.toThrow(TileConflictError);
    expect(log.publishedSizes).toEqual([3]);
  });

  it('refuses to go on when the recorded state was rolled back', async () => {
    const log = await logOf(auditEntries(3));
    const early = log.current;
    log.put(...auditEntries(5).slice(3));
    await integrateAll(log);
    log.current = early;
    await expect(integrate(log.ports, { batchSize })).rejects.toThrow(CheckpointConflictError);
  });

  it('refuses to publish a second root for the same size', async () => {
    const log = await logOf(auditEntries(3));
    log.current = { ...log.current, rootHash: '00'.repeat(32) };
    await expect(integrate(log.ports, { batchSize })).rejects.toThrow('fork');
  });

  it('publishes nothing over something that is no checkpoint', async () => {
    const log = await logOf(auditEntries(3));
    log.checkpoint = { bytes: Buffer.from('hello'), tag: '"x"' };
    await expect(integrate(log.ports, { batchSize })).rejects.toThrow(CheckpointConflictError);
  });
});
