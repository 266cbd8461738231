import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPut } from '../../../adapters/audit-log/audit-put.ts';
import { TileConflictError } from '../../../domain/audit/audit-log-errors.ts';
import { exportLog } from '../../../domain/audit/export-log.ts';
import { integrate } from '../../../domain/audit/integrate.ts';
import { verifierKeyText } from '../../../domain/audit/signed-note.ts';
import { verifyLog } from '../../../domain/audit-verifier/verify-log.ts';
import { auditEntries, auditEntry } from '../../domain/audit/audit-entries.ts';
import { bucket, embeddedLog, tableName, type EmbeddedLog } from './embedded-log.ts';

describe('the audit log on DynamoDB, S3 and KMS', () => {
  let log: EmbeddedLog;

  beforeAll(async () => {
    log = await embeddedLog();
  });

  afterAll(async () => {
    await log.close();
  });

  it('grows from transactions to a log that verifies', async () => {
    for (let start = 0; start < 300; start += 100)
      await log.put(...auditEntries(300).slice(start, start + 100));
    expect(await integrate(log.ports, { batchSize: 256 })).toMatchObject({ integrated: 256 });
    expect(await integrate(log.ports, { batchSize: 256 })).toMatchObject({ integrated: 44, treeSize: 300 });
    const { signer } = log.ports;
    const vkey = verifierKeyText(signer.keyName, await signer.publicKey());
    const folder = mkdtempSync(join(tmpdir(), 'audit-aws-'));
    await exportLog(log.ports.tiles, vkey, (path, bytes) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
      return Promise.resolve();
    });
    expect(await verifyLog(folder, { vkey })).toMatchObject({ verdict: 'verified', size: 300 });
    rmSync(folder, { recursive: true });
  });

  it('asks for no more rights than its documentation names', () => {
    expect(log.actions()).toEqual(
      new Set([
        'dynamodb:PutItem',
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        's3:GetObject',
        's3:ListBucket',
        's3:PutObject',
        'kms:Sign',
        'kms:GetPublicKey',
      ]),
    );
  });

  it('takes a sequenced entry off the index and keeps its place', async () => {
    const Key = { pk: { S: 'entry#account#acct_0#1' } };
    const { Item: item } = await log.aws.dynamodb.send(new GetItemCommand({ TableName: tableName, Key }));
    expect(item).toMatchObject({ sequence: { N: '0' } });
    expect(Object.keys(item ?? {}).sort()).toEqual(['entry', 'pk', 'sequence']);
  });

  it('refuses a second entry for the same revision, and a repeat of the same one', async () => {
    const taken = auditEntry({ subject: { kind: 'account', id: 'acct_0', revision: 1 } });
    await expect(log.put(taken)).rejects.toThrow('ConditionalCheckFailed');
    const other = { ...taken, id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', outcome: ['refused'] };
    await expect(log.put(other)).rejects.toThrow('ConditionalCheckFailed');
  });

  it('gives out no entry twice when the index still shows it as waiting', async () => {
    const { Put } = auditPut(tableName, auditEntry({ subject: { kind: 'case', id: 'c_1', revision: 1 } }));
    await log.documents.send(new PutCommand({ TableName: tableName, Item: { ...Put?.Item, sequence: 7 } }));
    expect(await log.ports.entries.waiting(10)).toEqual([]);
    await expect(log.ports.entries.markSequenced([{ key: 'case#c_1#1', sequence: 8 }])).rejects.toMatchObject(
      { name: 'ConditionalCheckFailedException' },
    );
  });

  it('lets one of two writers change the state', async () => {
    const state = await log.ports.state.read();
    const next = { ...state, version: state.version + 1 };
    expect(await Promise.all([log.ports.state.replace(next), log.ports.state.replace(next)])).toContain(
      false,
    );
    expect(await log.ports.state.read()).toEqual(next);
  });

  it('writes a tile once: the same bytes again are no new version, other bytes are refused', async () => {
    const path = 'tile/0/999.p/1';
    await log.ports.tiles.writeOnce(path, Buffer.alloc(32, 1));
    await log.ports.tiles.writeOnce(path, Buffer.alloc(32, 1));
    await expect(log.ports.tiles.writeOnce(path, Buffer.alloc(32, 2))).rejects.toThrow(TileConflictError);
    const listed = await log.aws.s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: path }));
    expect(listed.Versions).toHaveLength(1);
  });

  it('replaces the checkpoint only when nobody else did in between', async () => {
    const read = await log.ports.tiles.readCheckpoint();
    await log.aws.s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'checkpoint', Body: 'other' }));
    expect(await log.ports.tiles.replaceCheckpoint(Buffer.from('ours'), read?.tag ?? null)).toBe(false);
    expect(await log.ports.tiles.replaceCheckpoint(Buffer.from('ours'), null)).toBe(false);
    const other = await log.ports.tiles.readCheckpoint();
    expect(await log.ports.tiles.replaceCheckpoint(Buffer.from('ours'), other?.tag ?? null)).toBe(true);
  });
});
