import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyLog } from '../../../domain/audit-verifier/verify-log.ts';
import { auditEntryText, type AuditEntry } from '../../../domain/audit/audit-entry.ts';
import { leafHash } from '../../../domain/audit/merkle-hash.ts';
import { auditEntries, auditEntry } from '../audit/audit-entries.ts';
import { ed25519Signer } from '../audit/memory-log.ts';
import {
  changeFile,
  logSigner,
  repack,
  signedLog,
  verifyFiles,
  withoutFile,
  type LogFiles,
} from './log-files.ts';

const bytesOf = (entries: readonly AuditEntry[]): Buffer[] =>
  entries.map((entry) => Buffer.from(auditEntryText(entry)));
const logOfSize = (size: number): Promise<LogFiles> => signedLog(bytesOf(auditEntries(size)));
const keyOf = (files: LogFiles): string => files.get('log.vkey')?.toString().trim() ?? '';
const forged = Buffer.from(auditEntryText(auditEntry({ outcome: ['refused'] })));

describe('an export', () => {
  it('that is an empty folder fails and names the missing checkpoint', async () => {
    expect(await verifyFiles(new Map())).toMatchObject({ verdict: 'failed', place: { path: 'checkpoint' } });
  });

  it('of an empty log verifies, but not against a remembered size', async () => {
    const files = await logOfSize(0);
    expect(await verifyFiles(files)).toMatchObject({ verdict: 'verified', size: 0 });
    expect(await verifyFiles(files, { atLeast: { size: 1 } })).toMatchObject({
      verdict: 'failed',
      place: { path: 'checkpoint' },
      expected: 'at least 1 entries',
    });
  });

  it('that does not exist, or is no folder, leaves the question open', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'audit-none-'));
    writeFileSync(join(folder, 'file'), '');
    expect(await verifyLog(join(folder, 'none'))).toMatchObject({ verdict: 'undecided' });
    expect(await verifyLog(join(folder, 'file'))).toMatchObject({ verdict: 'undecided' });
    rmSync(folder, { recursive: true });
  });

  it('without any key leaves the question open', async () => {
    const files = withoutFile(await logOfSize(3), 'log.vkey');
    expect(await verifyFiles(files)).toMatchObject({ verdict: 'undecided' });
    expect(await verifyFiles(files, { vkey: 'nonsense' })).toMatchObject({ verdict: 'undecided' });
    expect(await verifyFiles(files, { vkey: keyOf(await logOfSize(0)) })).toMatchObject({
      verdict: 'verified',
      keyFrom: 'given',
    });
  });

  it('may hold files that are no part of the log', async () => {
    const files = await logOfSize(3);
    files.set('tile/0/000.p/1', Buffer.alloc(32)).set('README', Buffer.from('hello'));
    expect(await verifyFiles(files)).toMatchObject({ verdict: 'verified', keyFrom: 'export' });
  });
});

describe('a checkpoint', () => {
  it('signed by another key of the same name fails against the given key', async () => {
    const vkey = keyOf(await logOfSize(3));
    const other = await signedLog(bytesOf(auditEntries(3)), ed25519Signer(logSigner.keyName));
    expect(await verifyFiles(other)).toMatchObject({ verdict: 'verified', keyFrom: 'export' });
    expect(await verifyFiles(other, { vkey })).toMatchObject({
      verdict: 'failed',
      place: { path: 'checkpoint' },
      because: 'the checkpoint is not signed by the expected key',
    });
  });

  it('of another log fails even when the same key signed it', async () => {
    const files = await logOfSize(3);
    const body = files.get('checkpoint')?.toString().split('\n\n')[0]?.replace('/kyc', '/other') ?? '';
    const signature = await logSigner.sign(Buffer.from(`${body}\n`));
    const keyId = Buffer.from(keyOf(files).split('+')[1] ?? '', 'hex');
    const line = Buffer.concat([keyId, signature]).toString('base64');
    files.set('checkpoint', Buffer.from(`${body}\n\n— ${logSigner.keyName} ${line}\n`));
    expect(await verifyFiles(files)).toMatchObject({
      verdict: 'failed',
      because: 'the checkpoint belongs to another log',
    });
  });

  it('may carry the signatures of witnesses too', async () => {
    const files = changeFile(await logOfSize(3), 'checkpoint', (bytes) => {
      const witness = `— witness.example ${Buffer.alloc(76, 7).toString('base64')}\n`;
      return Buffer.concat([bytes, Buffer.from(witness)]);
    });
    expect(await verifyFiles(files)).toMatchObject({
      verdict: 'verified',
      checkpointSignedBy: logSigner.keyName,
    });
  });
});

describe('a log against what was remembered', () => {
  it('verifies when it has grown from there, at every size on the way', async () => {
    const files = await logOfSize(513);
    for (const size of [0, 1, 255, 256, 257, 512, 513]) {
      const before = await verifyFiles(await logOfSize(size));
      const rootHash = before.verdict === 'verified' ? before.rootHash : '';
      expect(await verifyFiles(files, { atLeast: { size, rootHash } })).toMatchObject({
        verdict: 'verified',
      });
    }
  });

  it('fails when an older copy was handed out', async () => {
    expect(await verifyFiles(await logOfSize(300), { atLeast: { size: 301 } })).toMatchObject({
      verdict: 'failed',
      place: { path: 'checkpoint' },
    });
  });

  it('fails when the key’s holder rewrote an early entry', async () => {
    const entries = bytesOf(auditEntries(300));
    const before = await verifyFiles(await signedLog(entries.slice(0, 270)));
    const rewritten = await signedLog(
      entries.with(
        4,
        bytesOf([auditEntry({ ...auditEntries(5)[4], lists: null, outcome: ['refused'] })])[0] ?? forged,
      ),
    );
    expect(await verifyFiles(rewritten)).toMatchObject({ verdict: 'verified' });
    const rootHash = before.verdict === 'verified' ? before.rootHash : '';
    expect(await verifyFiles(rewritten, { atLeast: { size: 270, rootHash } })).toMatchObject({
      verdict: 'failed',
      expected: `the root ${rootHash} at size 270`,
    });
  });
});

describe('a forked log', () => {
  it('in a full tile fails at the tile and the first entry it vouches for', async () => {
    const entries = bytesOf(auditEntries(600)).with(300, forged);
    const files = changeFile(repack(await logOfSize(600), 600, entries), 'tile/0/001', (tile) => {
      leafHash(forged).forEach((byte, index) => (tile[(300 - 256) * 32 + index] = byte));
      return tile;
    });
    expect(await verifyFiles(files)).toMatchObject({
      verdict: 'failed',
      place: { path: 'tile/0/001', entry: 256 },
    });
  });

  it('at its right edge fails at the checkpoint, which is all that contradicts it', async () => {
    const files = await signedLog(bytesOf(auditEntries(300)).with(299, forged));
    files.set('checkpoint', (await logOfSize(300)).get('checkpoint') ?? Buffer.alloc(0));
    expect(await verifyFiles(files)).toMatchObject({ verdict: 'failed', place: { path: 'checkpoint' } });
  });

  it('fails at the first bad entry, when a later tile is bad too', async () => {
    const files = changeFile(
      repack(await logOfSize(600), 600, bytesOf(auditEntries(600)).with(3, forged)),
      'tile/0/001',
      (tile) => tile.reverse(),
    );
    expect(await verifyFiles(files)).toMatchObject({ verdict: 'failed', place: { entry: 3 } });
  });

  it('fails at the first bad entry, when the unfinished tile is bad too', async () => {
    const files = changeFile(
      repack(await logOfSize(300), 300, bytesOf(auditEntries(300)).with(3, forged)),
      'tile/0/001.p/44',
      (tile) => tile.reverse(),
    );
    expect(await verifyFiles(files)).toMatchObject({ verdict: 'failed', place: { entry: 3 } });
  });
});
