import { resolve } from 'node:path';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rescreeningStore, type RescreeningRecord } from '../../adapters/records/rescreening-store.ts';
import { publishLists } from '../../cli/stage/publish-lists.ts';
import { endOfRescreening, startRescreening } from '../../cli/stage/rescreening-run.ts';
import type { RunManifest } from '../../domain/rescreening/run-manifest.ts';
import { accountCreated } from '../support/account-samples.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { storedState } from '../support/stored-items.ts';

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
});
