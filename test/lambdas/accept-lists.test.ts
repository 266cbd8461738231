import { describe, expect, it } from 'vitest';
import { ofacSdn } from '../../domain/lists/read-ofac-set.ts';
import { sdnRow, writtenSet } from '../domain/lists/sample-lists.ts';
import { gateOf, listGateway } from './list-gateway.ts';

const sentinel = 'AEROCARIBBEAN AIRLINES';
const gate = gateOf({
  'ofac-sdn': {
    minimumEntries: 2,
    largestLossShare: 0.05,
    largestGainShare: 0.25,
    lowestRemarksShare: 0.9,
    sentinels: [sentinel],
  },
});
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

type Gateway = ReturnType<typeof listGateway>;

/** What the gate said of the SDN list, or of the whole when it could not tell one. */
async function answerOf({ accept }: Gateway, prefix: string, publishedOn = prefix.slice('ofac/'.length)) {
  const { lists } = await accept({ prefix, publishedOn });
  const [answer] = lists;
  if (!answer || lists.length > 1) throw new Error(`expected one answer, found ${lists.length}`);
  return answer;
}

async function withJuly(): Promise<Gateway> {
  const using = listGateway(gate);
  using.lists.upload('ofac/2021-07', july);
  await answerOf(using, 'ofac/2021-07');
  return using;
}

describe('accepting a publication', () => {
  it('has everybody screened again when it takes the place of another, and not when it is the first', async () => {
    const using = await withJuly();
    expect(using.rescreened).toEqual([]);
    const { listDigest } = await using.accept({ prefix: 'ofac/2021-07', publishedOn: '2021-07' });
    expect(using.rescreened).toEqual([listDigest]);
  });

  it('puts the list into use and audits it with its digest', async () => {
    const using = listGateway(gate);
    const { lists, entries } = using;
    lists.upload('ofac/2021-07', july);
    expect(await answerOf(using, 'ofac/2021-07')).toMatchObject({
      verdict: 'accepted',
      list: 'ofac-sdn',
      summary: { publishedOn: '2021-07', entries: 10 },
      carried: {},
    });
    const current = await lists.current(ofacSdn);
    expect(current).toMatchObject({ revision: 1, files: { sdn: { key: 'ofac/2021-07/sdn.csv.gz' } } });
    expect(entries).toMatchObject([
      { action: 'list.accepted', lists: current?.summary.digest, outcome: ['2021-07'] },
      { action: 'lists.inUse', subject: { kind: 'lists', id: 'in-use', revision: 1 } },
    ]);
  });

  it('replaces the list in use by a later one', async () => {
    const using = await withJuly();
    const { lists } = using;
    lists.upload('ofac/2021-08-18', august);
    await answerOf(using, 'ofac/2021-08-18');
    expect(await lists.current(ofacSdn)).toMatchObject({ revision: 2, summary: { entries: 11 } });
  });

  it('carries over the files that a publication came without, and says from when', async () => {
    const using = await withJuly();
    const { lists } = using;
    lists.upload('ofac/2021-08-18', { sdn: august.sdn });
    expect(await answerOf(using, 'ofac/2021-08-18')).toMatchObject({
      verdict: 'accepted',
      carried: { alt: '2021-07', add: '2021-07', sdnComments: '2021-07' },
    });
    expect((await lists.current(ofacSdn))?.files.alt?.key).toBe('ofac/2021-07/alt.csv.gz');
  });

  it('says from when a carried file truly is, however often it is carried or accepted', async () => {
    const using = await withJuly();
    const { lists } = using;
    const carried = { alt: '2021-07', add: '2021-07', sdnComments: '2021-07' };
    lists.upload('ofac/2021-08-18', { sdn: august.sdn });
    const first = await answerOf(using, 'ofac/2021-08-18');
    expect(first).toMatchObject({ carried });
    expect(await answerOf(using, 'ofac/2021-08-18')).toEqual(first);
    lists.upload('ofac/2021-09-01', { sdn: september.sdn });
    const second = await answerOf(using, 'ofac/2021-09-01');
    expect(second).toMatchObject({ verdict: 'accepted', summary: { publishedOn: '2021-09-01' }, carried });
  });

  it('accepts the same publication again without a second entry', async () => {
    const using = await withJuly();
    const again = await answerOf(using, 'ofac/2021-07');
    expect([again.verdict, using.entries.length]).toEqual(['accepted', 2]);
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
    const using = await withJuly();
    const { lists, entries } = using;
    const before = await lists.inUse();
    lists.upload('ofac/2021-08-18', files);
    expect(await answerOf(using, 'ofac/2021-08-18')).toMatchObject({
      verdict: 'refused',
      because,
    });
    expect(await lists.inUse()).toEqual(before);
    expect(entries).toHaveLength(2);
  });

  it('refuses a day that has not come, which would bar every real publication until then', async () => {
    const using = await withJuly();
    const { lists, accept } = using;
    lists.upload('ofac/later', august);
    expect(await answerOf(using, 'ofac/later', '2026-03-02')).toMatchObject({
      verdict: 'refused',
      because: 'inTheFuture',
    });
    await expect(accept({ prefix: 'ofac/later', publishedOn: '9999-99-99' })).rejects.toThrow();
    expect((await lists.current(ofacSdn))?.summary.publishedOn).toBe('2021-07');
  });

  it('keeps the list in use when an older one comes', async () => {
    const using = await withJuly();
    using.lists.upload('ofac/2021-06', august);
    expect(await answerOf(using, 'ofac/2021-06')).toMatchObject({
      because: 'olderThanCurrent',
    });
  });

  it('needs all files of the first one, and names the one that is missing', async () => {
    const using = listGateway(gate);
    using.lists.upload('ofac/2021-07', { sdn: july.sdn });
    const answer = await answerOf(using, 'ofac/2021-07');
    expect(answer).toMatchObject({ verdict: 'refused', because: 'incomplete' });
    expect('detail' in answer && answer.detail).toContain('alt.csv');
  });

  it('says so when nothing that is known lies under the prefix', async () => {
    expect(await answerOf(listGateway(gate), 'ofac/none', '2021-07')).toMatchObject({
      ...{ verdict: 'refused', list: 'ofac/none', because: 'noList' },
    });
  });

  it.each([
    [{ prefix: '../elsewhere', publishedOn: '2021-07' }],
    [{ prefix: 'ofac', publishedOn: 'July 2021' }],
  ])('takes no input of another form: %j', async (input) => {
    const { accept } = listGateway(gate);
    await expect(accept(input)).rejects.toThrow();
  });
});
