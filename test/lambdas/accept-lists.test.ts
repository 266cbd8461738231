import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import { ofacSdn } from '../../domain/lists/read-ofac-set.ts';
import { acceptLists } from '../../lambdas/accept-lists/accept-lists.ts';
import { sdnRow, writtenSet } from '../domain/lists/sample-lists.ts';
import { InMemoryLists } from '../support/in-memory-lists.ts';
import { InMemoryTransactions } from '../support/in-memory-transactions.ts';

const sentinel = 'AEROCARIBBEAN AIRLINES';
const gate = {
  'ofac-sdn': {
    minimumEntries: 2,
    largestLossShare: 0.05,
    largestGainShare: 0.25,
    lowestRemarksShare: 0.9,
    sentinels: [sentinel],
  },
};
const ten = Array.from({ length: 9 }, (_, index) => sdnRow(100 + index, `LISTED ${index}`));
const july = writtenSet({ sdn: [sdnRow(36, sentinel), ...ten] });
const august = writtenSet({ sdn: [sdnRow(36, sentinel), ...ten, sdnRow(200, 'NEWLY LISTED')] });
const september = writtenSet({
  sdn: [sdnRow(36, sentinel), ...ten, sdnRow(200, 'NEWLY LISTED'), sdnRow(201, 'LISTED LATER')],
});
const shrunk = writtenSet({ sdn: [sdnRow(36, sentinel), ...ten.slice(1)] });
const renumbered = Array.from({ length: 9 }, (_, index) => sdnRow(300 + index, `LISTED ${index}`));
const replaced = writtenSet({ sdn: [sdnRow(36, sentinel), ...renumbered] });
const grown = writtenSet({ sdn: [sdnRow(36, sentinel), ...ten, ...renumbered] });
const withoutSentinel = writtenSet({
  sdn: ten,
  alt: ['100,1,"aka","X",-0- '],
  add: ['100,1,-0- ,-0- ,-0- ,-0- '],
  sdnComments: ['100,-0- '],
});

function gateway() {
  const records = new InMemoryTransactions();
  const lists = new InMemoryLists(records);
  const { commit, entries } = records;
  const now = () => new Date('2026-03-01T12:00:00Z');
  const rescreened: string[] = [];
  const rescreen = (digest: string) => {
    rescreened.push(digest);
    return Promise.resolve();
  };
  return { lists, entries, rescreened, accept: acceptLists({ lists, commit, gate, now, rescreen }) };
}

async function withJuly() {
  const using = gateway();
  using.lists.upload('ofac/2021-07', july);
  await using.accept({ prefix: 'ofac/2021-07', publishedOn: '2021-07' });
  return using;
}

describe('accepting a publication', () => {
  it('has everybody screened again when it takes the place of another, and not when it is the first', async () => {
    const using = await withJuly();
    expect(using.rescreened).toEqual([]);
    const again = await using.accept({ prefix: 'ofac/2021-07', publishedOn: '2021-07' });
    expect(again.verdict).toBe('accepted');
    expect(using.rescreened).toHaveLength(1);
  });

  it('puts the list into use and audits it with its digest', async () => {
    const { lists, entries, accept } = gateway();
    lists.upload('ofac/2021-07', july);
    expect(await accept({ prefix: 'ofac/2021-07', publishedOn: '2021-07' })).toMatchObject({
      verdict: 'accepted',
      list: { publishedOn: '2021-07', entries: 10 },
      carried: {},
    });
    const current = await lists.current(ofacSdn);
    expect(current).toMatchObject({ revision: 1, files: { sdn: { key: 'ofac/2021-07/sdn.csv.gz' } } });
    expect(entries).toMatchObject([
      { action: 'list.accepted', lists: current?.summary.digest, outcome: ['2021-07'] },
    ]);
  });

  it('replaces the list in use by a later one', async () => {
    const { lists, accept } = await withJuly();
    lists.upload('ofac/2021-08-18', august);
    await accept({ prefix: 'ofac/2021-08-18', publishedOn: '2021-08-18' });
    expect(await lists.current(ofacSdn)).toMatchObject({ revision: 2, summary: { entries: 11 } });
  });

  it('carries over the files that a publication came without, and says from when', async () => {
    const { lists, accept } = await withJuly();
    lists.upload('ofac/2021-08-18', { sdn: august.sdn });
    expect(await accept({ prefix: 'ofac/2021-08-18', publishedOn: '2021-08-18' })).toMatchObject({
      verdict: 'accepted',
      carried: { alt: '2021-07', add: '2021-07', sdnComments: '2021-07' },
    });
    expect((await lists.current(ofacSdn))?.files.alt.key).toBe('ofac/2021-07/alt.csv.gz');
  });

  it('says from when a carried file truly is, however often it is carried or accepted', async () => {
    const { lists, accept } = await withJuly();
    const carried = { alt: '2021-07', add: '2021-07', sdnComments: '2021-07' };
    lists.upload('ofac/2021-08-18', { sdn: august.sdn });
    const first = await accept({ prefix: 'ofac/2021-08-18', publishedOn: '2021-08-18' });
    expect(first).toMatchObject({ carried });
    expect(await accept({ prefix: 'ofac/2021-08-18', publishedOn: '2021-08-18' })).toEqual(first);
    lists.upload('ofac/2021-09-01', { sdn: september.sdn });
    const second = await accept({ prefix: 'ofac/2021-09-01', publishedOn: '2021-09-01' });
    expect(second).toMatchObject({ verdict: 'accepted', list: { publishedOn: '2021-09-01' }, carried });
  });

  it('accepts the same publication again without a second entry', async () => {
    const { entries, accept } = await withJuly();
    const again = await accept({ prefix: 'ofac/2021-07', publishedOn: '2021-07' });
    expect([again.verdict, entries.length]).toEqual(['accepted', 1]);
  });
});

describe('refusing a publication', () => {
  const half = august.sdn.slice(0, august.sdn.length / 2);

  it.each([
    ['that is cut short', { ...august, sdn: half }, 'unreadable'],
    ['that is empty', { ...august, sdn: new Uint8Array() }, 'unreadable'],
    ['that is a web page', { ...august, sdn: Buffer.from('<html>') }, 'unreadable'],
    ['that lost more parties than any did', shrunk, 'shrunk'],
    ['without the party that is always on it', withoutSentinel, 'sentinelMissing'],
    ['that is as long, with most of its parties replaced', replaced, 'shrunk'],
    ['that grew more than any did', grown, 'grown'],
    ['without its main file', { alt: august.alt }, 'unreadable'],
  ])('keeps the list in use when one comes %s', async (_name, files, because) => {
    const { lists, entries, accept } = await withJuly();
    const before = await lists.current(ofacSdn);
    lists.upload('ofac/2021-08-18', files);
    expect(await accept({ prefix: 'ofac/2021-08-18', publishedOn: '2021-08-18' })).toMatchObject({
      verdict: 'refused',
      because,
    });
    expect(await lists.current(ofacSdn)).toEqual(before);
    expect(entries).toHaveLength(1);
  });

  it('refuses a day that has not come, which would bar every real publication until then', async () => {
    const { lists, accept } = await withJuly();
    lists.upload('ofac/later', august);
    expect(await accept({ prefix: 'ofac/later', publishedOn: '2026-03-02' })).toMatchObject({
      verdict: 'refused',
      because: 'inTheFuture',
    });
    await expect(accept({ prefix: 'ofac/later', publishedOn: '9999-99-99' })).rejects.toThrow();
    expect((await lists.current(ofacSdn))?.summary.publishedOn).toBe('2021-07');
  });

  it('keeps the list in use when an older one comes', async () => {
    const { lists, accept } = await withJuly();
    lists.upload('ofac/2021-06', august);
    expect(await accept({ prefix: 'ofac/2021-06', publishedOn: '2021-06' })).toMatchObject({
      because: 'olderThanCurrent',
    });
  });

  it('needs all files of the first one, and names the one that is missing', async () => {
    const { lists, accept } = gateway();
    lists.upload('ofac/2021-07', { sdn: july.sdn });
    const answer = await accept({ prefix: 'ofac/2021-07', publishedOn: '2021-07' });
    expect(answer).toMatchObject({ verdict: 'refused', because: 'unreadable' });
    expect('detail' in answer && answer.detail).toContain('ofac/2021-07/alt.csv.gz');
  });

  it.each([
    [{ prefix: '../elsewhere', publishedOn: '2021-07' }],
    [{ prefix: 'ofac', publishedOn: 'July 2021' }],
  ])('takes no input of another form: %j', async (input) => {
    const { accept } = gateway();
    await expect(accept(input)).rejects.toThrow();
  });
});
