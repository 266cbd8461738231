import { resolve } from 'node:path';
import { DeleteObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rescreeningStore, type RescreeningRecord } from '../../adapters/records/rescreening-store.ts';
import { publishLists } from '../../cli/stage/publish-lists.ts';
import { endOfRescreening, startRescreening } from '../../cli/stage/rescreening-run.ts';
import type { RunManifest } from '../../domain/rescreening/run-manifest.ts';
import { accountCreated } from '../support/account-samples.ts';
import { ProofFolders } from '../support/proof-folders.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { itemsOf, storedState } from '../support/stored-items.ts';

// OFAC added him between the two publications.
const listedLater = { name: 'SHAPETSKA, Yauhen Andreevich' };
const lists = resolve(import.meta.dirname, '..', '..', 'data', 'lists');

/** OFAC obliges to block whom it lists, from the day it lists them (rule.md R-18: on list update). */
describe('a list of a later day', () => {
  let running: RunningAws;
  let first: RescreeningRecord;
  let second: RescreeningRecord;
  let toldBefore: number;

  async function rescreen(name: string): Promise<RescreeningRecord> {
    const arn = await startRescreening(running, { name });
    await running.advance(3600);
    await endOfRescreening(running, arn);
    return recordOf(name);
  }

  async function recordOf(name: string): Promise<RescreeningRecord> {
    const store = rescreeningStore(running.clients.documents, running.names.RecordsTable);
    const record = await store.load(name);
    if (!record) throw new Error(`run ${name} has no record`);
    return record;
  }

  beforeAll(async () => {
    running = await startAws({ assembly: inject('assembly') });
    const at = new Date(running.clock.now());
    await running.send(accountCreated('unlisted', at));
    await running.send(accountCreated('listed-later', at, { customer: listedLater }));
    await running.advance(60);
    first = await rescreen('run-1');
    toldBefore = running.provider.received.length;
    const { listDigest } = await publishLists(running, resolve(lists, 'ofac-2021-08-18'), '2021-08-18');
    // Started by the acceptance itself.
    await running.advance(3600);
    second = await recordOf(`list-${listDigest?.slice(0, 32) ?? ''}`);
  });

  afterAll(() => running.close());

  it('is searched for every owner of before, and only what it changed', () => {
    expect(first).toMatchObject({ mode: 'full', because: 'firstRun', owners: 2, changed: 0 });
    expect(second).toMatchObject({ mode: 'delta', because: 'daily', owners: 2, changed: 1 });
    expect(second.basis.listDigest).not.toBe(first.basis.listDigest);
  });

  it('takes the permission of whom it names, opens a case and tells the provider', async () => {
    const { accounts, cases } = await storedState(running);
    expect(accounts.get('unlisted')).toMatchObject({ status: 'verified', permission: 'full' });
    expect(accounts.get('listed-later')).toMatchObject({ status: 'underReview', permission: 'none' });
    expect([...cases.values()].map(({ accountId, state }) => [accountId, state])).toEqual([
      ['listed-later', 'opened'],
    ]);
    const told = running.provider.received.slice(toldBefore).map(({ body }) => body);
    expect(told.some((body) => body.includes('listed-later') && body.includes('"none"'))).toBe(true);
  });

  it('leaves a manifest that the run’s record and its audit entry name by digest', async () => {
    const { Body } = await running.clients.s3.send(
      new GetObjectCommand({ Bucket: running.names.ReportsBucket, Key: second.manifestKey }),
    );
    const manifest = JSON.parse((await Body?.transformToString()) ?? '') as RunManifest;
    expect(manifest).toMatchObject({ ownersIn: 2, resultsOut: 2, outcomes: { clear: 1, possibleMatch: 1 } });
    expect(manifest.shards.map(({ shard, sha256 }) => [shard, sha256.length])).toEqual([['all', 64]]);
  });

  it('asks for nothing again the next day, when nothing has changed', async () => {
    const third = await rescreen('run-3');
    expect(third).toMatchObject({ mode: 'delta', owners: 2, changed: 0 });
  });

  describe('leaves determinations of before that can be proven', () => {
    const account = 'listed-later';
    const proofs = new ProofFolders();

    afterAll(() => {
      proofs.remove();
    });

    /** Changes an item of the account behind the back of everybody. */
    async function tamper(sk: string, UpdateExpression: string, score?: number): Promise<void> {
      await running.clients.documents.send(
        new UpdateCommand({
          ...{
            TableName: running.names.RecordsTable,
            Key: { pk: `account#${account}`, sk },
            UpdateExpression,
          },
          ...(score === undefined ? {} : { ExpressionAttributeValues: { ':score': score } }),
        }),
      );
    }

    it('each by the lists it was made with, to the byte, and vouched for by its audit entry', async () => {
      const { manifest, code, said, text } = await proofs.replayed(running, account);
      expect({ code, said }).toMatchObject({
        code: 0,
        said: expect.not.stringContaining('DIFFERS') as string,
      });
      expect(said.match(/SAME: 1 rows, byte for byte/g)).toHaveLength(2);
      expect(said).toContain(first.basis.listDigest);
      expect(said).toContain(second.basis.listDigest);
      expect(text('results-1.ndjson')).toContain('"outcome":"clear"');
      expect(text('results-2.ndjson')).toContain('"outcome":"possibleMatch"');
      for (const { sha256, audited } of manifest.determinations) expect(sha256).toBe(audited);
    });

    it('and the result of a run, which a delta found, by the whole index', async () => {
      const { code, text } = await proofs.replayed(running, account, { run: second.runId });
      expect(code).toBe(0);
      expect(text('results-1.ndjson')).toContain(
        `"id":"${second.runId}/${account}-c","outcome":"possibleMatch"`,
      );
    });

    it('and the trail says who took them out', async () => {
      const entries = await itemsOf<{ entry?: string }>(running, running.names.AuditTable);
      const exported = entries.filter(({ entry }) => entry?.includes('"action":"proof.exported"'));
      expect(exported).toHaveLength(2);
      expect(exported.every(({ entry }) => entry?.includes(`"outcome":["${account}"`))).toBe(true);
    });

    it('names the determination and the field that somebody has changed since', async () => {
      const made = (await storedState(running)).accounts.get(account)?.customer?.screening?.determination;
      await tamper(
        `determination#screening#${made ?? ''}`,
        'SET body.parties[0].screening.matches[0].score = :score',
        0.5,
      );
      const { code, said } = await proofs.replayed(running, account);
      expect(code).toBe(1);
      expect(said).toMatch(/field {6}\/matches\/0\/score\n {2}expected {3}0\.5\n/);
      expect(said).toContain(`CHANGED: determination ${made ?? ''}: expected SHA-256`);
    });

    it('without their index while the lists are in use, and not after that', async () => {
      for (const { indexDigest } of [first.basis, second.basis]) {
        const Key = `indexes/${indexDigest}.idx`;
        await running.clients.s3.send(new DeleteObjectCommand({ Bucket: running.names.ListsBucket, Key }));
      }
      expect((await proofs.replayed(running, account, { run: second.runId })).code).toBe(0);
      const { code, said } = await proofs.replayed(running, account, { run: first.runId });
      expect(code).toBe(2);
      expect(said).toContain(`the index of SHA-256 ${first.basis.indexDigest} is not in the lists bucket`);
    });

    it('never calls anything the same of a party that was erased', async () => {
      await tamper(`party#${account}-c#1`, 'REMOVE wrappedKey, ciphertext');
      const { code, said, manifest } = await proofs.replayed(running, account);
      expect(manifest.notReplayable.map(({ because }) => because)).toEqual(['erased', 'erased']);
      expect(code).not.toBe(0);
      expect(said).not.toContain('SAME');
    });
  });
});
