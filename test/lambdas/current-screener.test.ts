import '../support/quiet-functions.ts';
import { describe, expect, it, vi } from 'vitest';
import { queryDigest } from '../../domain/screening/query-digest.ts';
import { metrics } from '../../lambdas/runtime/observability.ts';
import { sdnRow, writtenSet } from '../domain/lists/sample-lists.ts';
import { compilerOf, listGateway } from './list-gateway.ts';

const first = sdnRow(36, 'FIRST LISTED', { remarks: '"DOB 24 May 1961; a.k.a. \'PRIMUS\'."' });
const newMatcher = compilerOf({ listed: 9 });

async function published(...rows: string[]) {
  const using = listGateway();
  const publish = async (day: string, ...listed: string[]) => {
    using.lists.upload(day, writtenSet({ sdn: listed }));
    await using.accept({ prefix: day, publishedOn: day });
  };
  if (rows.length > 0) await publish('2021-07', ...rows);
  return { ...using, publish };
}

async function found(screener: ReturnType<ReturnType<typeof listGateway>['screener']>, name: string) {
  const available = await screener();
  if ('unavailable' in available) throw new Error(`no screener: ${available.unavailable}`);
  return available.screen({ name });
}

describe('the screener of the lists in use', () => {
  it('opens the index that was compiled when they were accepted', async () => {
    const { lists, screener } = await published(first);
    const { index, listDigest } = (await lists.inUse()) ?? {};
    // Without the files nothing could be compiled.
    lists.objects.clear();
    expect(await found(screener(), 'First Listed')).toMatchObject({
      ...{ outcome: 'possibleMatch', listDigest, indexDigest: index?.digest },
      queryDigest: queryDigest({ name: 'First Listed' }),
    });
  });

  it('knows the listed party of a match as the list gives it', async () => {
    const { screener } = await published(first);
    const available = await screener()();
    const entry = 'entry' in available ? available.entry({ list: 'ofac-sdn', entryId: '36' }) : null;
    expect(entry).toMatchObject({
      names: [
        { text: 'FIRST LISTED', quality: 'strong', role: 'primary' },
        { text: 'AERO-CARIBBEAN', quality: 'strong', role: 'aka' },
        { text: 'PRIMUS', quality: 'weak', role: 'aka' },
      ],
      birthDates: [{ from: '1961-05-24' }],
    });
  });

  it('is kept while the lists stay, and opened anew when later ones are in use', async () => {
    const { publish, screener } = await published(first);
    const current = screener();
    const held = await current();
    expect(await current()).toBe(held);
    await publish('2021-08', first, sdnRow(99, 'Quincy Zzyzx'));
    expect(await current()).not.toBe(held);
    expect((await found(current, 'Quincy Zzyzx')).outcome).toBe('possibleMatch');
  });

  it('counts, zeros too, that there is none to search with', async () => {
    const counted = vi.spyOn(metrics, 'addMetric');
    const { indexes, screener } = await published(first);
    const current = screener();
    await current();
    expect(counted).toHaveBeenLastCalledWith('ListsUnusable', 'Count', 0);
    await current();
    expect(counted).toHaveBeenLastCalledWith('ListsUnusable', 'Count', 0);
    indexes.files.clear();
    await screener()();
    expect(counted).toHaveBeenLastCalledWith('ListsUnusable', 'Count', 1);
    await (await published()).screener()();
    expect(counted).toHaveBeenLastCalledWith('ListsUnusable', 'Count', 1);
    expect(counted.mock.calls.filter(([name]) => name === 'ListsUnusable')).toHaveLength(4);
    counted.mockRestore();
  });

  it('is unavailable before any list was accepted', async () => {
    const { screener } = await published();
    expect(await screener()()).toEqual({ unavailable: 'listUnavailable' });
  });

  it.each([
    ['gone', () => null],
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
    ['no index at all', () => Buffer.from('<html>')],
  ])('is unusable when the index is %s: nobody is called clear by it', async (_how, spoil) => {
    const { lists, indexes, screener } = await published(first);
    const digest = (await lists.inUse())?.index?.digest ?? '';
    const spoilt = spoil(indexes.files.get(digest) ?? new Uint8Array());
    if (spoilt) indexes.files.set(digest, spoilt);
    else indexes.files.delete(digest);
    expect(await screener()()).toEqual({ unavailable: 'listUnusable' });
  });

  it('is unusable when the index is one of other lists', async () => {
    const { lists, indexes, compiler, screener } = await published(first);
    const inUse = await lists.inUse();
    const other = compiler.compile([], { listDigest: 'f'.repeat(64), lists: [] });
    indexes.files.set(inUse?.index?.digest ?? '', other);
    expect(await screener()()).toEqual({ unavailable: 'listUnusable' });
  });
});

describe('the screener after a new matcher was deployed', () => {
  it('compiles the lists in use for itself, and gives its own matcher and index as proof', async () => {
    const { lists, screener } = await published(first);
    const screening = await found(screener(newMatcher), 'First Listed');
    expect(screening).toMatchObject({ outcome: 'possibleMatch', matcherVersion: newMatcher.matcherVersion });
    expect(screening.indexDigest).not.toBe((await lists.inUse())?.index?.digest);
  });

  it('compiles once, and goes on with it when the same index is put into use', async () => {
    const { lists, commit, screener } = await published(first);
    const current = screener(newMatcher);
    const held = await current();
    const inUse = await lists.inUse();
    if (!inUse?.index || !('indexDigest' in held)) throw new Error('no index in use');
    const { indexDigest: digest, matcherVersion } = held;
    const next = { ...inUse, revision: 2, index: { ...inUse.index, digest, matcherVersion } };
    await commit('lists in use', [lists.putInUse(next)], []);
    expect(await current()).toBe(held);
  });

  it.each([
    ['a file is gone', null],
    ['a file is not what was accepted', writtenSet({ sdn: [first, sdnRow(99, 'PUT IN LATER')] }).sdn],
  ])('is unusable when %s', async (_what, bytes) => {
    const { lists, screener } = await published(first);
    if (bytes) lists.upload('2021-07', { sdn: bytes });
    else lists.objects.delete('2021-07/alt.csv.gz');
    expect(await screener(newMatcher)()).toEqual({ unavailable: 'listUnusable' });
  });
});
