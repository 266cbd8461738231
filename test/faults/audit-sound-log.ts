import { rmSync } from 'node:fs';
import { expect } from 'vitest';
import { verifyLog } from '../../domain/audit-verifier/verify-log.ts';
import { exportToFolder } from '../domain/audit/exported-log.ts';
import type { MemoryLog } from '../domain/audit/memory-log.ts';

/** Nothing lost, nothing twice, no fork: by the verifier, by the entries’ places, and by the sizes published. */
export async function expectSoundLog(log: MemoryLog, entries: number): Promise<void> {
  const folder = await exportToFolder(log);
  expect(await verifyLog(folder)).toMatchObject({ verdict: 'verified', size: entries });
  rmSync(folder, { recursive: true });
  const places = [...log.stored.values()]
    .map(({ sequence }) => sequence)
    .sort((a, b) => (a ?? -1) - (b ?? -1));
  expect(places).toEqual(Array.from({ length: entries }, (_, index) => index));
  expect(log.publishedSizes).toEqual([...new Set(log.publishedSizes)].sort((a, b) => a - b));
}
