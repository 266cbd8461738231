import { describe, expect, it } from 'vitest';
import type { RescreeningRecord } from '../../adapters/records/rescreening-store.ts';
import { listsToSearch } from '../../lambdas/plan-rescreening/lists-to-search.ts';
import { sdnRow, writtenSet } from '../domain/lists/sample-lists.ts';
import { compilerOf, listGateway } from './list-gateway.ts';
import { shippedThreshold } from '../support/shipped-threshold.ts';

const first = sdnRow(36, 'FIRST LISTED');

async function withList() {
  const using = listGateway();
  const publish = async (day: string, ...rows: string[]) => {
    using.lists.upload(day, writtenSet({ sdn: rows }));
    await using.accept({ prefix: day, publishedOn: day });
  };
  await publish('2021-07', first);
  return { ...using, publish };
}

type Using = Awaited<ReturnType<typeof withList>>;

/** The run before, over what is in use now. */
async function lastRun({ lists, compiler }: Using): Promise<RescreeningRecord> {
  const { listDigest, index } = (await lists.inUse()) ?? {};
  const { matcherVersion } = compiler;
  const { digest: indexDigest, entriesDigest } = index ?? {};
  const basis = { listDigest, indexDigest, entriesDigest, matcherVersion, threshold: shippedThreshold };
  return { runId: 'run-1', basis } as RescreeningRecord;
}

describe('what a run searches', () => {
  it('is the index that was compiled when the lists were accepted', async () => {
    const using = await withList();
    const { listDigest, index } = (await using.lists.inUse()) ?? {};
    // Nothing is left to compile from.
    using.lists.objects.clear();
    expect(await listsToSearch(using, await lastRun(using))).toEqual({
      ...{ listDigest, indexDigest: index?.digest, entriesDigest: index?.entriesDigest },
      ...{ deltaIndexDigest: null, touched: [] },
    });
  });

  it('has an index of what changed since the last run beside it, from the entries kept of both versions', async () => {
    const using = await withList();
    const last = await lastRun(using);
    await using.publish('2021-08', first, sdnRow(99, 'SECOND LISTED'));
    using.lists.objects.clear();
    const found = await listsToSearch(using, last);
    expect(found.touched).toEqual(['ofac-sdn/99']);
    expect([...using.indexes.files.keys()]).toContain(found.deltaIndexDigest);
  });

  it('has no changes to go on when the entries of the last run are not those that it recorded', async () => {
    const using = await withList();
    const last = await lastRun(using);
    const before = using.indexes.versions.get(last.basis.listDigest) ?? [];
    await using.publish('2021-08', first, sdnRow(99, 'SECOND LISTED'));
    const present = using.indexes.versions.get((await using.lists.inUse())?.listDigest ?? '') ?? [];
    // As if the new entry had been there before, so that it is no change.
    using.indexes.versions.set(last.basis.listDigest, present);
    expect(await listsToSearch(using, last)).toMatchObject({ deltaIndexDigest: null, touched: null });
    using.indexes.versions.set(last.basis.listDigest, before);
    expect(await listsToSearch(using, last)).toMatchObject({ touched: ['ofac-sdn/99'] });
  });

  it('reads the lists themselves when the entries stored of them are others', async () => {
    const using = await withList();
    const last = await lastRun(using);
    await using.publish('2021-08', first, sdnRow(99, 'SECOND LISTED'));
    const { listDigest = '' } = (await using.lists.inUse()) ?? {};
    using.indexes.versions.set(listDigest, using.indexes.versions.get(last.basis.listDigest) ?? []);
    expect(await listsToSearch(using, last)).toMatchObject({ touched: ['ofac-sdn/99'] });
  });

  it('is compiled again, put into use and audited when another matcher was deployed, and only once', async () => {
    const using = await withList();
    const last = await lastRun(using);
    const deployed = { ...using, compiler: compilerOf({ listed: 9 }) };
    const { indexDigest } = await listsToSearch(deployed, last);
    const { matcherVersion } = deployed.compiler;
    const index = { digest: indexDigest, matcherVersion };
    expect(await using.lists.inUse()).toMatchObject({ revision: 2, index });
    expect(using.entries.at(-1)).toMatchObject({ action: 'lists.inUse', actor: { id: 'plan-rescreening' } });
    expect((await listsToSearch(deployed, last)).indexDigest).toBe(indexDigest);
    expect((await using.lists.inUse())?.revision).toBe(2);
  });

  it('is nothing before a list was accepted', async () => {
    await expect(listsToSearch(listGateway(), null)).rejects.toMatchObject({ name: 'NoListInUseError' });
  });
});
